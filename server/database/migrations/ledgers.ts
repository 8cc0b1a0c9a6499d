import { flag, id, instant, json, key, makesTable, maybe, text, whole } from '../columns';

/** What was exported, by whom, and for what. */
export const ledgers = [
  makesTable(
    '1797000041001',
    'ledgers',
    {
      ...{ id: key(id()), byAccountId: id(), at: instant(), regionCode: text(12), fields: json() },
      ...{ isWhole: flag(), purpose: maybe(text(100)), women: whole() },
    },
    { ledgers_region: { on: ['regionCode', 'at'] } },
  ),
];
