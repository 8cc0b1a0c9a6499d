import {
  addsColumn,
  addsIndex,
  flag,
  id,
  instant,
  json,
  key,
  makesTable,
  maybe,
  text,
  whole,
} from '../columns';

/** Every file that is there already waits to be compared: the clockwork finds the pairs. */
export const near = [
  addsColumn('1797000050001', 'women', 'isCompared', flag(), '0'),
  addsIndex('1797000050002', 'women', 'women_compared', { on: ['isCompared', 'villageCode'] }),
  makesTable(
    '1797000050003',
    'near_keys',
    { womanId: key(id()), searchKey: key(text(24)) },
    { near_keys_key: { on: ['searchKey'] } },
  ),
  makesTable(
    '1797000050004',
    'near_pairs',
    {
      ...{ id: key(id()), firstId: id(), secondId: id(), regionCode: text(12), points: whole(), why: json() },
      ...{ facts: text(64), isOpen: flag(), partedFacts: maybe(text(64)), partedById: maybe(id()) },
      ...{ partedAt: maybe(instant()), foundAt: instant() },
    },
    {
      near_pairs_both: { on: ['firstId', 'secondId'], unique: true },
      near_pairs_second: { on: ['secondId'] },
      near_pairs_region: { on: ['isOpen', 'regionCode', 'points'] },
    },
  ),
];
