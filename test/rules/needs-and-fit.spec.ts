import fc from 'fast-check';
import {
  compareForHer,
  misfitsOf,
  misfitSentences,
  type Circumstances,
  type Demands,
} from '../../server/courses/fit.rules';
import {
  bitsToMonths,
  decideCard,
  freshForDays,
  isStale,
  monthsToBits,
  type NeedCard,
} from '../../server/needs/needs.rules';
import { distanceBetween, levelOf, sayRegion } from '../../server/regions/regions.rules';

const card: NeedCard = {
  families: ['handicraft'],
  freeMonths: [12, 1, 1],
  dayKind: 'any',
  farthestKm: 20,
  needsChildCare: false,
  reading: 1,
  isBodyLimited: false,
};

describe('A need card', () => {
  it('keeps her order of wish, and puts the months in the order of the year', () => {
    expect(decideCard({ ...card, families: ['tourism', 'planting'] })).toMatchObject({
      families: ['tourism', 'planting'],
      freeMonths: [1, 12],
    });
  });

  it.each([
    [{ families: [] }, 'need.noFamily'],
    [{ families: ['planting', 'planting'] as const }, 'need.repeated'],
    [{ freeMonths: [] }, 'need.noMonth'],
  ])('with %j is refused as %s', (part, code) => {
    expect(decideCard({ ...card, ...part })).toEqual({ refused: code });
  });

  it('stores any set of months in twelve bits', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 12 })), (months) => {
        expect(bitsToMonths(monthsToBits(months))).toEqual([...months].sort((a, b) => a - b));
      }),
      { seed: 7 },
    );
  });

  it('goes stale after half a year, not a day before', () => {
    const confirmed = new Date('2026-01-01T00:00:00Z');
    const after = (days: number) => new Date(confirmed.getTime() + days * 86_400_000);
    expect([isStale(confirmed, after(freshForDays)), isStale(confirmed, after(freshForDays + 1))]).toEqual([
      false,
      true,
    ]);
  });
});

const her: Circumstances = { ...card, freeMonths: [1, 12], coursesDone: new Set(['done']) };
const batch: Demands = {
  courseId: 'new',
  family: 'handicraft',
  reading: 0,
  isHeavy: false,
  km: 20,
  days: ['2026-12-07', '2026-12-08'],
};

describe('A batch suits a woman', () => {
  it('when nothing speaks against it, to the last kilometre', () => {
    expect(misfitsOf(her, batch)).toEqual([]);
  });

  it.each([
    ['NEED', { family: 'tourism' }, {}],
    ['DISTANCE', { km: 21 }, {}],
    ['PERIOD', { days: ['2026-12-31', '2027-02-01'] }, {}],
    ['WEEKDAY', {}, { dayKind: 'weekend' }],
    ['WEEKDAY', { days: ['2026-12-05'] }, { dayKind: 'weekday' }],
    ['LITERACY', { reading: 2 }, {}],
    ['HEALTH', { isHeavy: true }, { isBodyLimited: true }],
    ['ALREADY_DONE', { courseId: 'done' }, {}],
  ] as const)('not for %s alone, when the batch has %j and she %j', (misfit, ofBatch, ofHer) => {
    expect(misfitsOf({ ...her, ...ofHer }, { ...batch, ...ofBatch })).toEqual([misfit]);
    expect(misfitSentences[misfit]).toMatch(/。$/);
  });

  it('in an order that is the same however the batches stood before', () => {
    const ranked = fc.record({
      isOpen: fc.boolean(),
      misfits: fc.subarray(['NEED', 'DISTANCE'] as const),
      wish: fc.integer({ min: 0, max: 6 }),
      km: fc.integer({ min: 1, max: 99 }),
      startsOn: fc.constantFrom('2026-12-01', '2027-01-01'),
    });
    fc.assert(
      fc.property(ranked, ranked, ranked, (a, b, c) => {
        expect(Math.sign(compareForHer(a, b))).toBe(-Math.sign(compareForHer(b, a)) + 0);
        if (compareForHer(a, b) <= 0 && compareForHer(b, c) <= 0)
          expect(compareForHer(a, c)).toBeLessThanOrEqual(0);
        if (a.isOpen && !b.isOpen) expect(compareForHer(a, b)).toBeLessThan(0);
      }),
      { seed: 7 },
    );
  });
});

describe('A region', () => {
  const yanshou = { latitudeE5: 4544400, longitudeE5: 12830500 };
  const bayan = { latitudeE5: 4607600, longitudeE5: 12739400 };
  const on = (places: Record<string, typeof yanshou>) => (code: string) => places[code];

  it('has its level by the length of its code', () => {
    expect(['2301', '230129', '230129101', '230129101201', '23'].map(levelOf)).toEqual([
      'city',
      'county',
      'township',
      'village',
      undefined,
    ]);
  });

  it('is as far as the map says where both ends are known, the same there and back', () => {
    const positions = on({ '230129': yanshou, '230126': bayan });
    const there = distanceBetween('230129', '230126', positions);
    expect(there).toEqual(distanceBetween('230126', '230129', positions));
    expect(there.isMeasured).toBe(true);
    expect(there.km).toBeGreaterThan(90);
    expect(there.km).toBeLessThan(110);
  });

  it.each([
    ['230129101201', '230129101201', 1],
    ['230129101201', '230129101202', 8],
    ['230129101201', '230129102', 30],
    ['230129101', '230126101', 90],
  ])('without a map %s is told to be %s away as far as the areas say: %d km', (from, to, km) => {
    expect(distanceBetween(from, to, () => undefined)).toEqual({ km, isMeasured: false });
  });

  it('is called what people call it', () => {
    const names = ['太安村村委会', '太安村民委员会', '第一居委会', '六团镇'];
    expect(names.map(sayRegion)).toEqual(['太安村', '太安村', '第一居委会', '六团镇']);
  });
});
