import fc from 'fast-check';
import { families, familyNames } from '../../server/needs/families.rules';
import {
  bitsToMonths,
  dayKinds,
  decideCard,
  farthestKm,
  freshSince,
  isStale,
  monthsToBits,
  reaches,
  readingLevels,
  type NeedCard,
} from '../../server/needs/needs.rules';

const card: NeedCard = {
  families: ['handicraft'],
  freeMonths: [1, 12],
  dayKind: 'any',
  farthestKm: 20,
  nearestFirst: true,
  needsChildCare: false,
  reading: 1,
  isBodyLimited: false,
};
const month = fc.integer({ min: 1, max: 12 });
const anyCard: fc.Arbitrary<NeedCard> = fc.record({
  families: fc
    .subarray([...families], { minLength: 1 })
    .chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
  freeMonths: fc.array(month, { minLength: 1, maxLength: 20 }),
  dayKind: fc.constantFrom(...dayKinds),
  farthestKm: fc.integer({ min: farthestKm.least, max: farthestKm.most }),
  nearestFirst: fc.boolean(),
  needsChildCare: fc.boolean(),
  reading: fc.constantFrom(...readingLevels),
  isBodyLimited: fc.boolean(),
});

describe('A need card', () => {
  it('keeps her order of wish and every answer, and puts the months in the order of the year, each once', () => {
    fc.assert(
      fc.property(anyCard, (given) => {
        const before = structuredClone(given);
        const { freeMonths, ...rest } = decideCard(given) as NeedCard;
        const { freeMonths: asked, ...answers } = given;
        expect(rest).toEqual(answers);
        expect(freeMonths).toEqual(
          [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((one) => asked.includes(one)),
        );
        expect(given).toEqual(before);
      }),
      { seed: 7 },
    );
  });

  it.each([
    ['nothing she wants', { families: [] }, 'need.noFamily'],
    ['one wish twice', { families: ['planting', 'tourism', 'planting'] as const }, 'need.repeated'],
    ['no month', { freeMonths: [] }, 'need.noMonth'],
    ['no wish and no month', { families: [], freeMonths: [] }, 'need.noFamily'],
  ])('with %s is refused', (_, part, code) => {
    expect(decideCard({ ...card, ...part })).toEqual({ refused: code });
  });

  it('stores any set of months in twelve bits, whatever their order, and finds them again', () => {
    fc.assert(
      fc.property(fc.array(month), (months) => {
        const bits = monthsToBits(months);
        expect(bits).toBeLessThan(2 ** 12);
        expect(bitsToMonths(bits)).toEqual([...new Set(months)].sort((a, b) => a - b));
      }),
      { seed: 7 },
    );
    for (let bits = 0; bits < 2 ** 12; bits++) expect(monthsToBits(bitsToMonths(bits))).toBe(bits);
    expect([monthsToBits([1]), monthsToBits([12]), monthsToBits([])]).toEqual([1, 2048, 0]);
  });

  it('goes stale with the first day of the next season, unless it was confirmed in the month before', () => {
    const firstOfSummer = new Date('2026-03-31T16:00:00Z');
    const before = new Date(firstOfSummer.getTime() - 1);
    const asked = new Date('2026-03-01T16:00:00Z');
    expect(freshSince('2026-04-01')).toBe('2026-03-02');
    expect(freshSince('2026-10-31')).toBe('2026-03-02');
    expect(freshSince('2026-11-01')).toBe('2026-10-02');
    for (const [confirmed, now, stale] of [
      [new Date('2025-11-05T02:00:00Z'), before, false],
      [new Date('2025-11-05T02:00:00Z'), firstOfSummer, true],
      [new Date(asked.getTime() - 1), firstOfSummer, true],
      [asked, firstOfSummer, false],
    ] as const)
      expect(isStale(confirmed, now)).toBe(stale);
  });

  it('offers ways to travel from the shortest to the longest, each of which it accepts', () => {
    const ways = reaches.map(({ km }) => km);
    expect(ways).toEqual([...ways].sort((a, b) => a - b));
    expect(Math.min(...ways)).toBeGreaterThanOrEqual(farthestKm.least);
    expect(Math.max(...ways)).toBe(farthestKm.most);
  });

  it('has the six skill families of the notice, each by its own name', () => {
    expect(families.map((family) => familyNames[family])).toEqual([
      ...['种植', '养殖', '乡村旅游', '家政服务', '手工编织', '农村电商'],
    ]);
  });
});
