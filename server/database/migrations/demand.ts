import { day, flag, id, instant, key, makesTable, maybe, states, text, whole } from '../columns';

const families = ['planting', 'breeding', 'tourism', 'home_service', 'handicraft', 'ecommerce'];
const openNeed = "FROM needs need WHERE need.womanId = card.womanId AND need.state = 'open'";
const familyCase = (value: (place: number) => number) =>
  `CASE need.family ${families.map((family, place) => `WHEN '${family}' THEN ${value(place)}`).join(' ')} END`;

export const demand = [
  makesTable(
    '1797000005001',
    'demand',
    {
      ...{ womanId: key(id()), villageCode: text(12), families: whole(), dearest: whole() },
      ...{ freeMonthBits: whole(), farthestKm: whole(), isRegisteredPoor: flag(), isNeverTrained: flag() },
      confirmedAt: instant(),
    },
    {
      demand_board: {
        on: [
          ...['villageCode', 'families', 'dearest', 'freeMonthBits', 'farthestKm'],
          ...['isRegisteredPoor', 'isNeverTrained', 'confirmedAt'],
        ],
      },
    },
  ),
  states(
    '1797000005002',
    'Count_demand',
    `INSERT INTO demand (womanId, villageCode, families, dearest, freeMonthBits, farthestKm, isRegisteredPoor,
            isNeverTrained, confirmedAt)
     SELECT card.womanId, woman.villageCode, (SELECT SUM(${familyCase((place) => 1 << place)}) ${openNeed}),
            (SELECT ${familyCase((place) => place)} ${openNeed} ORDER BY need.wish, need.family LIMIT 1),
            card.freeMonthBits, card.farthestKm, woman.isRegisteredPoor,
            NOT EXISTS (SELECT 1 FROM completions done WHERE done.womanId = card.womanId), card.confirmedAt
       FROM need_cards card JOIN women woman ON woman.id = card.womanId
      WHERE woman.mergedIntoId IS NULL AND EXISTS (SELECT 1 ${openNeed})`,
    'DELETE FROM demand',
  ),
  makesTable(
    '1797000005003',
    'need_confirmations',
    {
      ...{ id: key(id()), womanId: id(), source: text(16), sittingId: maybe(id()), byAccountId: id() },
      at: instant(),
    },
    {
      need_confirmations_woman: { on: ['womanId', 'at'] },
      need_confirmations_sitting: { on: ['sittingId'] },
    },
  ),
  makesTable(
    '1797000005004',
    'sittings',
    {
      ...{ id: key(id()), kind: text(16), heldOn: day(), place: text(40), regionCode: text(12) },
      ...{ byAccountId: id(), at: instant() },
    },
    { sittings_region: { on: ['regionCode', 'heldOn'] } },
  ),
  makesTable(
    '1797000005005',
    'sitting_entries',
    { id: key(id()), sittingId: id(), womanId: id(), at: instant() },
    { sitting_entries_woman: { on: ['sittingId', 'womanId'], unique: true } },
  ),
];
