import fc from 'fast-check';
import type { Demands } from '../../server/courses/fit.rules';
import {
  sortCandidates,
  unsuitedNames,
  unsuitedReasons,
  type Candidate,
} from '../../server/enrolments/candidates/candidates.rules';

const batch: Omit<Demands, 'km'> = {
  ...{ courseId: 'c', family: 'handicraft', reading: 1, isHeavy: true, audience: 'leaders' },
  days: ['2026-12-31', '2027-01-01'],
};
const her: Candidate = {
  ...{ womanId: 'w', villageCode: '20', wish: 1, families: ['handicraft'], freeMonths: [1, 12] },
  ...{ dayKind: 'any', farthestKm: 20, reading: 1, isBodyLimited: false, coursesDone: new Set() },
  ...{ hasReachedYearLimit: false, mayJoinLeaders: true, hasClash: false, wasTold: false },
};
/** A village's code is its distance here. */
const way = (village: string) => ({ km: Number(village), isMeasured: true });

describe('Women who want to learn what a batch teaches', () => {
  it.each([
    ['DISTANCE', { villageCode: '21' }],
    ['PERIOD', { freeMonths: [12] }],
    ['WEEKDAY', { dayKind: 'weekend' }],
    ['LITERACY', { reading: 0 }],
    ['HEALTH', { isBodyLimited: true }],
    ['ALREADY_DONE', { coursesDone: new Set(['c']) }],
    ['YEAR_LIMIT', { hasReachedYearLimit: true }],
    ['AUDIENCE', { mayJoinLeaders: false }],
    ['CLASH', { hasClash: true }],
    ['DISTANCE', { villageCode: '21', hasClash: true, reading: 0 }],
  ] as const)('are not asked for %s', (reason, part) => {
    expect(sortCandidates([her, { ...her, ...part }], batch, way)).toEqual({
      suited: [{ candidate: her, km: 20, isMeasured: true }],
      unsuited: [{ reason, women: 1 }],
    });
  });

  it('are asked by their dearest wish, then by the way', () => {
    const of = (womanId: string, wish: number, villageCode: string) => ({
      ...her,
      ...{ womanId, wish, villageCode },
    });
    const all = [of('a', 2, '1'), of('b', 1, '9'), of('d', 1, '3'), of('c', 1, '3')];
    const { suited } = sortCandidates(all, batch, way);
    expect(suited.map(({ candidate }) => candidate.womanId)).toEqual(['c', 'd', 'b', 'a']);
  });

  it('are each there once, asked or counted, whatever their order', () => {
    const anybody = fc.record({
      womanId: fc.uuid(),
      wish: fc.integer({ min: 1, max: 3 }),
      villageCode: fc.integer({ min: 0, max: 40 }).map(String),
      dayKind: fc.constantFrom('any' as const, 'weekend' as const),
      hasClash: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anybody, { selector: ({ womanId }) => womanId }), (women) => {
        const all = women.map((part): Candidate => ({ ...her, ...part }));
        const { suited, unsuited } = sortCandidates(all, batch, way);
        const left = unsuited.reduce((sum, one) => sum + one.women, 0);
        expect(suited.length + left).toBe(all.length);
        expect(suited.every(({ candidate, km }) => km <= 20 && !candidate.hasClash)).toBe(true);
        expect(sortCandidates([...all].reverse(), batch, way)).toEqual({ suited, unsuited });
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('have a name for every reason', () => {
    expect(new Set(unsuitedReasons.map((reason) => unsuitedNames[reason])).size).toBe(unsuitedReasons.length);
  });
});
