import { addsColumn, flag, id, instant, key, makesTable, maybe, text, whole } from '../columns';

export const planning = [
  makesTable('1797000006001', 'batch_plans', {
    ...{ batchId: key(id()), jointWith: maybe(text(60)), budgetFen: maybe(whole()) },
    ...{ reservedForNever: whole(), reservedForLeaders: whole() },
  }),
  makesTable(
    '1797000006002',
    'batch_changes',
    {
      ...{ id: key(id()), batchId: id(), fromState: maybe(text(10)), toState: text(10) },
      ...{ reason: maybe(text(100)), byAccountId: id(), at: instant() },
    },
    { batch_changes_batch: { on: ['batchId', 'at'] } },
  ),
  makesTable(
    '1797000006003',
    'approval_rules',
    { id: key(id()), regionCode: text(4), isAsked: flag(), byAccountId: id(), since: instant() },
    { approval_rules_region: { on: ['regionCode', 'since'] } },
  ),
  makesTable(
    '1797000006004',
    'farm_seasons',
    { id: key(id()), countyCode: text(6), name: text(20), monthBits: whole(), family: maybe(text(16)) },
    { farm_seasons_county: { on: ['countyCode'] } },
  ),
  addsColumn('1797000006005', 'trainers', 'phoneSealed', maybe(text(255))),
  addsColumn('1797000006006', 'trainers', 'retiredAt', maybe(instant())),
  addsColumn('1797000006007', 'venues', 'kind', text(10), "'other'"),
  addsColumn('1797000006008', 'venues', 'capacity', maybe(whole())),
  addsColumn('1797000006009', 'venues', 'latitudeE5', maybe(whole())),
  addsColumn('1797000006010', 'venues', 'longitudeE5', maybe(whole())),
  addsColumn('1797000006011', 'venues', 'retiredAt', maybe(instant())),
  addsColumn('1797000006012', 'trainers', 'familyBits', whole(), '0'),
];
