import { id, instant, key, makesTable, maybe, text } from '../columns';

export const records = [
  makesTable(
    '1796000006001',
    'records',
    {
      id: key(id()),
      at: instant(),
      byAccountId: id(),
      deed: text(20),
      regionCode: text(12),
      womanId: maybe(id()),
      said: text(200),
    },
    { records_region: { on: ['regionCode', 'at'] }, records_woman: { on: ['womanId', 'at'] } },
  ),
];
