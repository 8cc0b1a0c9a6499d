import fc from 'fast-check';
import {
  compareForHer,
  hersToOverride,
  misfits,
  misfitsOf,
  misfitSentences,
  type Circumstances,
  type Demands,
} from '../../server/courses/fit.rules';
import { families } from '../../server/needs/families.rules';

const her: Circumstances = {
  families: ['handicraft'],
  freeMonths: [1, 12],
  dayKind: 'any',
  farthestKm: 20,
  reading: 1,
  isBodyLimited: false,
  coursesDone: new Set(['done']),
  hasReachedYearLimit: false,
  mayJoinLeaders: false,
};
const batch: Demands = {
  courseId: 'new',
  family: 'handicraft',
  reading: 1,
  isHeavy: false,
  km: 20,
  audience: 'women',
  days: ['2026-12-07', '2026-12-08'], // Monday and Tuesday
};

describe('A batch suits a woman', () => {
  it('when nothing speaks against it, to the last kilometre and the last letter', () => {
    expect(misfitsOf(her, batch)).toEqual([]);
  });

  it.each([
    ['in her weekday', { dayKind: 'weekday' }, {}],
    ['at her weekend', { dayKind: 'weekend' }, { days: ['2026-12-05', '2026-12-06'] }],
    ['of her second wish', { families: ['tourism', 'handicraft'] }, {}],
    ['that is heavy, while she is strong', {}, { isHeavy: true }],
    ['that is light, while she is not', { isBodyLimited: true }, {}],
    ['for leaders, where she is one', { mayJoinLeaders: true }, { audience: 'leaders' }],
    ['that has no day yet', { dayKind: 'weekend', freeMonths: [] }, { days: [] }],
  ] as const)('%s', (_, ofHer, ofBatch) => {
    expect(misfitsOf({ ...her, ...ofHer }, { ...batch, ...ofBatch })).toEqual([]);
  });

  it.each([
    ['NEED', { family: 'tourism' }, {}],
    ['NEED', {}, { families: [] }],
    ['DISTANCE', { km: 21 }, {}],
    ['PERIOD', { days: ['2026-12-31', '2027-02-01'] }, {}],
    ['PERIOD', { days: ['2026-11-30', '2026-12-01'] }, {}],
    ['WEEKDAY', {}, { dayKind: 'weekend' }],
    ['WEEKDAY', { days: ['2026-12-04', '2026-12-05'] }, { dayKind: 'weekend' }],
    ['WEEKDAY', { days: ['2026-12-04', '2026-12-05'] }, { dayKind: 'weekday' }],
    ['LITERACY', { reading: 2 }, {}],
    ['LITERACY', {}, { reading: 0 }],
    ['HEALTH', { isHeavy: true }, { isBodyLimited: true }],
    ['ALREADY_DONE', { courseId: 'done' }, {}],
    ['AUDIENCE', { audience: 'leaders' }, {}],
    ['YEAR_LIMIT', {}, { hasReachedYearLimit: true }],
  ] as const)('not for %s alone, when the batch has %j and she %j', (misfit, ofBatch, ofHer) => {
    expect(misfitsOf({ ...her, ...ofHer }, { ...batch, ...ofBatch })).toEqual([misfit]);
  });

  it('not for every reason at once, each said once and in one order', () => {
    expect(
      misfitsOf(
        { ...her, dayKind: 'weekend', isBodyLimited: true, hasReachedYearLimit: true },
        {
          ...{ courseId: 'done', family: 'planting', reading: 2, isHeavy: true, km: 300 },
          audience: 'leaders',
          days: ['2027-02-01'],
        },
      ),
    ).toEqual([...misfits]);
  });

  it('no less when she can come farther, at more times, or reads more', () => {
    const circumstances = fc.record({
      families: fc.subarray([...families]),
      freeMonths: fc.subarray([1, 2, 6, 12]),
      dayKind: fc.constantFrom('any' as const, 'weekday' as const, 'weekend' as const),
      farthestKm: fc.integer({ min: 1, max: 50 }),
      reading: fc.constantFrom(0 as const, 1 as const, 2 as const),
      isBodyLimited: fc.boolean(),
      coursesDone: fc.subarray(['new', 'old']).map((done) => new Set(done)),
      hasReachedYearLimit: fc.boolean(),
      mayJoinLeaders: fc.boolean(),
    });
    const demands = fc.record({
      courseId: fc.constantFrom('new', 'old', 'other'),
      family: fc.constantFrom(...families),
      reading: fc.constantFrom(0 as const, 1 as const, 2 as const),
      isHeavy: fc.boolean(),
      audience: fc.constantFrom('women' as const, 'leaders' as const),
      km: fc.integer({ min: 1, max: 50 }),
      days: fc.subarray(['2026-12-05', '2026-12-07', '2027-01-02', '2027-06-01']),
    });
    fc.assert(
      fc.property(circumstances, demands, (one, asked) => {
        const found = misfitsOf(one, asked);
        const freer = {
          ...one,
          ...{ families, freeMonths: [1, 2, 6, 12], dayKind: 'any' as const, farthestKm: one.farthestKm + 1 },
          ...{ reading: 2 as const, isBodyLimited: false },
        };
        for (const misfit of misfitsOf(freer, asked)) expect(found).toContain(misfit);
        expect(found).toEqual(misfits.filter((misfit) => found.includes(misfit)));
      }),
      { seed: 7 },
    );
  });
});

describe('A misfit', () => {
  it.each([
    ['NEED', true],
    ['DISTANCE', true],
    ['PERIOD', true],
    ['WEEKDAY', true],
    ['LITERACY', false],
    ['HEALTH', false],
    ['ALREADY_DONE', false],
    ['YEAR_LIMIT', false],
  ] as const)('%s is hers to set aside: %s, and is said in one plain sentence', (misfit, isHers) => {
    expect(hersToOverride.has(misfit)).toBe(isHers);
    expect(misfitSentences[misfit]).toMatch(/^[\u4e00-\u9fff，]+。$/);
  });

  it('of each kind is in the table', () => {
    expect(Object.keys(misfitSentences)).toEqual([...misfits]);
    expect(new Set(Object.values(misfitSentences)).size).toBe(misfits.length);
  });
});

describe('The list of batches', () => {
  type Ranked = Parameters<typeof compareForHer>[0];
  const ranked: fc.Arbitrary<Ranked> = fc.record({
    isOpen: fc.boolean(),
    misfits: fc.subarray(['NEED', 'DISTANCE', 'PERIOD'] as const),
    wish: fc.integer({ min: 0, max: 3 }),
    km: fc.integer({ min: 1, max: 4 }),
    startsOn: fc.constantFrom('2026-12-01', '2026-12-02', '2027-01-01'),
  });
  /** Everything the order looks at, as one text that sorts the same. */
  const key = ({ isOpen, misfits, wish, km, startsOn }: Ranked) =>
    [isOpen ? 0 : 1, misfits.length, wish, km, startsOn].join(' ');

  it.each([
    ['what takes sign-ups', { isOpen: false }],
    ['what suits her', { misfits: ['NEED'] as const }],
    ['what she wants most', { wish: 1 }],
    ['what is nearer', { km: 2 }],
    ['what begins sooner', { startsOn: '2026-12-02' }],
  ])('puts first %s, where all else is alike', (_, worse) => {
    const best: Ranked = { isOpen: true, misfits: [], wish: 0, km: 1, startsOn: '2026-12-01' };
    expect(compareForHer(best, { ...best, ...worse })).toBeLessThan(0);
    expect(compareForHer({ ...best, ...worse }, best)).toBeGreaterThan(0);
  });

  it('has one order: against itself even, turned round opposite, and never in a ring', () => {
    fc.assert(
      fc.property(ranked, ranked, ranked, (a, b, c) => {
        expect(compareForHer(a, a)).toBe(0);
        expect(Math.sign(compareForHer(a, b)) + Math.sign(compareForHer(b, a))).toBe(0);
        expect(compareForHer(a, b) === 0).toBe(key(a) === key(b));
        expect(compareForHer(a, b) < 0).toBe(key(a) < key(b));
        if (compareForHer(a, b) <= 0 && compareForHer(b, c) <= 0)
          expect(compareForHer(a, c)).toBeLessThanOrEqual(0);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('comes out the same, however the batches stood before', () => {
    const shuffled = fc
      .array(ranked, { maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect([...one].sort(compareForHer).map(key)).toEqual([...other].sort(compareForHer).map(key));
      }),
      { seed: 7 },
    );
  });
});
