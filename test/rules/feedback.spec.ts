import fc from 'fast-check';
import { dayOf, daysLater, monthOf } from '../../server/calendar/days.rules';
import { nextStates, type EnrolmentState } from '../../server/enrolments/enrolments.rules';
import {
  decideLeavingReason,
  decideOpinion,
  isOver,
  isSaidAlready,
  isUnfinished,
  leavingReasons,
  opinions,
  questionsFor,
  whys,
  whysOf,
} from '../../server/feedback/feedback.rules';
import {
  countedStates,
  countPast,
  foldPast,
  percentOf,
  periodOf,
  reasonsInOrder,
  sayOpinions,
  sayUnfinished,
  warningsOfPast,
  type PastCount,
  type PastGroup,
} from '../../server/feedback/past/past.rules';
import { families } from '../../server/needs/families.rules';

const states = Object.keys(nextStates) as EnrolmentState[];

describe('What a woman is asked of a batch', () => {
  it.each([
    ['running', '2026-12-08', '2026-12-08', false],
    ['running', '2026-12-08', '2026-12-09', true],
    ['finished', '2026-12-08', '2026-12-08', true],
    ['cancelled', '2026-12-08', '2026-12-20', false],
  ] as const)('begins the day after its last session: %s until %s, on %s', (state, endsOn, today, over) => {
    expect(isOver({ state, endsOn }, today)).toBe(over);
  });

  it.each([
    ['applied', [], []],
    ['waiting', [], []],
    ['offered', [], []],
    ['enrolled', [], ['opinion', 'leaving']],
    ['attended', [], ['opinion', 'leaving']],
    ['completed', [], ['opinion']],
    ['dropped_out', ['leaving'], ['leaving']],
    ['declined', ['leaving'], ['leaving']],
    ['given_up', ['leaving'], ['leaving']],
    ['lapsed', [], []],
    ['refused', [], []],
    ['removed', [], []],
    ['cancelled', [], []],
  ] as const)('follows from where she stands: %s', (state, before, after) => {
    expect([questionsFor(state, false), questionsFor(state, true)]).toEqual([before, after]);
  });

  it('is exactly what is taken in', () => {
    for (const state of states)
      for (const over of [false, true]) {
        const asked = questionsFor(state, over);
        const opinion = decideOpinion(state, over, { opinion: 'fair' });
        expect([state, over, 'may' in opinion]).toEqual([state, over, asked.includes('opinion')]);
        const reason = decideLeavingReason(state, over);
        expect([state, over, 'may' in reason]).toEqual([state, over, asked.includes('leaving')]);
      }
  });

  it.each([
    ['waiting', true, undefined, 'feedback.notThere'],
    ['enrolled', false, undefined, 'feedback.notYet'],
    ['completed', true, 'not_hers', 'feedback.whyElsewhere'],
  ] as const)('is refused with its reason: %s, over %s, because %s', (state, over, why, refused) => {
    expect(decideOpinion(state, over, { opinion: 'useful', why })).toEqual({ refused });
  });

  it('offers three things that made it so under each face, and none that stands nowhere', () => {
    for (const opinion of opinions) expect(new Set(whysOf[opinion]).size).toBe(3);
    expect(new Set(opinions.flatMap((opinion) => whysOf[opinion]))).toEqual(new Set(whys));
  });

  it('said twice is said once; another answer, or another reason for it, is new', () => {
    const said = { answer: 'fair', why: null };
    expect(isSaidAlready(undefined, said)).toBe(false);
    expect(isSaidAlready(said, said)).toBe(true);
    expect(isSaidAlready(said, { answer: 'useful', why: null })).toBe(false);
    expect(isSaidAlready(said, { answer: 'fair', why: 'too_short' })).toBe(false);
  });
});

describe('Who did not go to the end', () => {
  it.each([
    ['given_up', false, null, true],
    ['declined', false, null, true],
    ['dropped_out', false, null, true],
    ['attended', true, null, true],
    ['completed', true, 'farm_work', false],
    ['enrolled', false, 'farm_work', false],
    ['enrolled', true, null, false],
    ['enrolled', true, 'farm_work', true],
  ] as const)('is told by her state: %s, over %s, said %s', (state, over, reason, is) => {
    expect(isUnfinished(state, over, reason)).toBe(is);
  });
});

const aGroup = fc.record({
  area: fc.constantFrom('230129101', '230129102', '230126001'),
  family: fc.constantFrom(...families),
  state: fc.constantFrom(...countedStates),
  isOver: fc.boolean(),
  reason: fc.option(fc.constantFrom(...leavingReasons)),
  opinion: fc.option(fc.constantFrom(...opinions)),
  times: fc.integer({ min: 1, max: 9 }),
});
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe('The numbers of earlier batches', () => {
  it('never say more than there were, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(aGroup), (groups) => {
        const { signedUp, unfinished, reasons, opinions: said } = countPast(groups);
        expect(signedUp).toBe(sum(groups.map(({ times }) => times)));
        expect(unfinished).toBeLessThanOrEqual(signedUp);
        expect(sum(Object.values(reasons))).toBeLessThanOrEqual(unfinished);
        expect(sum(Object.values(said))).toBeLessThanOrEqual(signedUp);
      }),
    );
  });

  it('are the sum of their cells, whatever the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(aGroup), (groups) => {
        const cells = foldPast(groups);
        const all = countPast(groups);
        expect(sum(cells.map(({ signedUp }) => signedUp))).toBe(all.signedUp);
        expect(sum(cells.map(({ unfinished }) => unfinished))).toBe(all.unfinished);
        expect(sum(cells.map(({ reasons }) => reasons.farm_work))).toBe(all.reasons.farm_work);
        expect(foldPast([...groups].reverse())).toEqual(cells);
      }),
    );
  });

  it('count no opinion of who left before the end', () => {
    const left: PastGroup = { state: 'dropped_out', isOver: true, reason: null, opinion: 'useful', times: 3 };
    expect(countPast([left])).toMatchObject({ signedUp: 3, unfinished: 3, opinions: { useful: 0 } });
  });

  it.each([
    [11, '2025-11-01', '2025-11-30', '去年11月'],
    [12, '2025-12-01', '2025-12-31', '去年12月'],
    [2, '2026-02-01', '2026-02-28', '今年2月'],
    [10, '2026-10-01', '2026-10-31', '今年10月'],
    [undefined, '2025-11-01', '2026-11-23', '近一年'],
  ] as const)('of month %s in November 2026 are of %s to %s', (month, from, until, said) => {
    expect(periodOf(new Date('2026-11-23T02:00:00Z'), month)).toEqual({ from, until, said });
  });

  it('are of whole months before this one, each of them once in a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const now = new Date(Date.UTC(2000, 0, 1) + days * 86_400_000);
        const thisMonth = dayOf(now).slice(0, 7);
        const periods = Array.from({ length: 12 }, (_, index) => periodOf(now, index + 1));
        periods.forEach(({ from, until }, index) => {
          expect(monthOf(from)).toBe(index + 1);
          expect([from.slice(8), daysLater(until, 1).slice(8)]).toEqual(['01', '01']);
          expect(until < `${thisMonth}-01`).toBe(true);
        });
        expect(new Set(periods.map(({ from }) => from)).size).toBe(12);
        expect(periods.map(({ from }) => from).sort()[0]).toBe(periodOf(now).from);
      }),
    );
  });
});

/** Twelve sign-ups of whom so many left for these reasons; the others finished. */
function aCount(signedUp: number, reasons: Partial<PastCount['reasons']> = {}, silent = 0): PastCount {
  const count = countPast([]);
  const unfinished = sum(Object.values(reasons)) + silent;
  return { ...count, signedUp, unfinished, reasons: { ...count.reasons, ...reasons } };
}

describe('What an officer reads of them', () => {
  it.each([
    [aCount(0), '没有人报上名。'],
    [aCount(7), '7人次报上名，都没有中途退出。'],
    [aCount(12, { farm_work: 5 }), '12人次报上名，5人次没学完：农忙5。'],
    [aCount(12, { too_far: 1, farm_work: 4 }, 2), '12人次报上名，7人次没学完：农忙4、路远1、没说原因2。'],
    [aCount(3, {}, 1), '3人次报上名，1人次没学完：没说原因1。'],
  ])('says how many, and why, the most frequent first', (count, says) => {
    expect(sayUnfinished(count)).toBe(says);
  });

  it.each([
    [{ useful: 0, fair: 0, no_help: 0 }, '还没有人说有没有用。'],
    [{ useful: 9, fair: 2, no_help: 1 }, '12人次说了：很有用9、还可以2、帮不上1（75%说很有用）。'],
  ])('says what it was to them', (said, says) => {
    expect(sayOpinions({ opinions: said })).toBe(says);
  });

  it('stands reasons that were given as often in the order of the tiles', () => {
    expect(reasonsInOrder(aCount(9, { other: 2, too_far: 2, unwell: 3 }).reasons)).toEqual([
      ['unwell', 3],
      ['too_far', 2],
      ['other', 2],
    ]);
  });

  it.each([
    [0, 0, 0],
    [1, 3, 33],
    [2, 3, 67],
    [1, 8, 13],
    [5, 5, 100],
  ])('rounds %i of %i to %i %', (part, all, percent) => {
    expect(percentOf(part, all)).toBe(percent);
  });
});

describe('The warning in the plan of a batch', () => {
  const days = ['2026-12-08', '2026-12-09'];
  const aMonth = (place: PastCount, county: PastCount, month = 12) => ({
    ...{ month, said: '去年12月', placeName: '六团镇', place, countyName: '延寿县', county },
  });
  const says = (place: PastCount, county: PastCount, month?: number) =>
    warningsOfPast(days, [aMonth(place, county, month)]);

  it('names the place, the month and the reason, and what would help', () => {
    expect(says(aCount(12, { farm_work: 5, too_far: 1 }), aCount(12, { farm_work: 5 }))).toEqual([
      '去年12月六团镇同类的班，12人次里有5人次因农忙没学完，避开农忙，来的人会多。',
    ]);
  });

  it('looks at the county where the township had too few', () => {
    expect(says(aCount(4, { farm_work: 4 }), aCount(20, { too_far: 5 }))).toEqual([
      '去年12月延寿县同类的班，20人次里有5人次因路远没学完，地点近一些，来的人会多。',
    ]);
  });

  it.each([
    ['nothing was', aCount(0), aCount(0)],
    ['too few signed up anywhere', aCount(4, { farm_work: 4 }), aCount(4, { farm_work: 4 })],
    ['less than one in four left', aCount(13, { farm_work: 3 }), aCount(13, { farm_work: 3 })],
    ['one woman left', aCount(5, { unwell: 1 }), aCount(30, { unwell: 20 })],
    ['nobody said why', aCount(12, {}, 8), aCount(12, {}, 8)],
  ])('is not given where %s', (_, place, county) => {
    expect(says(place, county)).toEqual([]);
  });

  it('is of the months in which the batch meets alone', () => {
    expect(says(aCount(8, { farm_work: 8 }), aCount(8, { farm_work: 8 }), 11)).toEqual([]);
    expect(warningsOfPast([], [aMonth(aCount(8, { farm_work: 8 }), aCount(8))])).toEqual([]);
  });
});
