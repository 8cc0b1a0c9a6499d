import fc from 'fast-check';
import {
  isAfterClosing,
  isAttended,
  madeAtOf,
  markKinds,
  needsReason,
  nextTap,
  standingOf,
  type MarkKind,
  type TimedMark,
} from '../../server/attendance/attendance.rules';
import {
  changesIn,
  isStillGood,
  readCode,
  windowOf,
  writeCode,
} from '../../server/attendance/check-ins/check-ins.rules';
import { decideWalkIn } from '../../server/attendance/walk-ins/walk-ins.rules';
import { numberOf, tidyNumber } from '../../server/certificates/certificates.rules';
import { mayBecome, nextStates, type EnrolmentState } from '../../server/enrolments/enrolments.rules';

const minute = 60_000;
const heldOn = '2026-11-23';
const morning = Date.UTC(2026, 10, 23, 1);

const mark: fc.Arbitrary<TimedMark> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...markKinds),
  madeAt: fc.integer({ min: 0, max: 50 }).map((after) => new Date(morning + after * minute)),
});

describe('The standing of a woman in a session', () => {
  it('is the same for the same marks in any order and with any repetition', () => {
    const marks = fc.uniqueArray(mark, { selector: ({ id }) => id, maxLength: 8 });
    const shuffled = marks.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length, maxLength: 2 * all.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([once, twice]) => expect(standingOf(twice)).toBe(standingOf(once))),
      { seed: 7 },
    );
  });

  it('is what the latest mark says, also when it came last from another phone', () => {
    const at = (kind: MarkKind, after: number, id = `${after}`): TimedMark => ({
      ...{ id, kind, madeAt: new Date(morning + after * minute) },
    });
    expect(standingOf([at('present', 1), at('absent', 0)])).toBe('present');
    expect(standingOf([at('present', 1), at('undone', 2)])).toBeNull();
    expect(standingOf([at('present', 1, 'a'), at('leave', 1, 'b')])).toBe('leave');
    expect(standingOf([])).toBeNull();
  });

  it('counts present and late as attended, and nothing else', () => {
    expect(
      [...markKinds, null].filter((kind) => kind !== 'undone').filter((kind) => isAttended(kind)),
    ).toEqual(['present', 'late']);
  });

  it('is what was tapped last in truth, however wrong the phones’ clocks are and however late the marks arrive', () => {
    const tap = fc.record({
      phone: fc.integer({ min: 0, max: 2 }),
      kind: fc.constantFrom(...markKinds),
      waits: fc.integer({ min: 0, max: 400 * 24 * 60 }),
    });
    const years = 2 * 365 * 24 * 60 * minute;
    fc.assert(
      fc.property(
        fc.array(tap, { minLength: 1, maxLength: 8 }),
        fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -years, max: years }))),
        (taps, skews) => {
          const marks = taps.map(({ phone, kind, waits }, at): TimedMark => {
            const tapped = morning + at * minute;
            const receivedAt = tapped + waits * minute;
            const onPhone = (time: number) => new Date(time + skews[phone]!);
            const times = { markedAt: onPhone(tapped), sentAt: onPhone(receivedAt) };
            const madeAt = madeAtOf(times, { receivedAt: new Date(receivedAt), heldOn });
            expect(madeAt.getTime()).toBe(tapped);
            return { id: String(at), kind, madeAt };
          });
          const last = taps[taps.length - 1]!.kind;
          expect(standingOf(marks)).toBe(last === 'undone' ? null : last);
        },
      ),
      { seed: 7 },
    );
  });
});

describe('When a mark was made', () => {
  const at = (text: string) => new Date(text);
  it.each([
    ['a right clock, at once', '2026-11-23T01:00:00Z', '2026-11-23T01:00:00Z', '2026-11-23T01:00:00Z'],
    ['two hours on the phone', '2026-11-23T01:00:00Z', '2026-11-23T03:00:00Z', '2026-11-22T23:00:00Z'],
    ['a clock a year ahead', '2027-11-23T01:00:00Z', '2027-11-23T01:10:00Z', '2026-11-23T00:50:00Z'],
    ['a clock at its beginning', '1970-01-01T00:00:00Z', '1970-01-01T00:30:00Z', '2026-11-23T00:30:00Z'],
    ['set right before sending', '2027-11-23T01:00:00Z', '2026-11-23T01:00:00Z', '2026-11-23T01:00:00Z'],
    ['set right, and it was behind', '1970-01-01T00:00:00Z', '2026-11-23T01:00:00Z', '2026-11-22T16:00:00Z'],
  ])('%s', (_, markedAt, sentAt, madeAt) => {
    const receivedAt = at('2026-11-23T01:00:00Z');
    const times = { markedAt: at(markedAt), sentAt: at(sentAt) };
    expect(madeAtOf(times, { receivedAt, heldOn }).toISOString()).toBe(at(madeAt).toISOString());
  });

  it('taps of one phone stay in their order when its clock is set back', () => {
    expect(nextTap(0, 1_000)).toBe(1_000);
    expect(nextTap(5_000, 1_000)).toBe(5_001);
  });

  it('decides who must say why: after midnight in Shanghai everybody', () => {
    expect(isAfterClosing(heldOn, at('2026-11-23T15:59:59.999Z'))).toBe(false);
    expect(isAfterClosing(heldOn, at('2026-11-23T16:00:00.000Z'))).toBe(true);
    expect(markKinds.filter((kind) => needsReason(kind, false))).toEqual(['leave', 'undone']);
    expect(markKinds.filter((kind) => needsReason(kind, true))).toEqual([...markKinds]);
  });
});

describe('A woman who walks in', () => {
  const free = { isSeatFree: true, clashes: false, isDone: false };

  it.each([
    [undefined, free, { as: 'enrolled', through: ['enrolled'] }],
    ['waiting', free, { as: 'enrolled', through: ['offered', 'enrolled'] }],
    ['applied', free, { as: 'enrolled', through: ['offered', 'enrolled'] }],
    ['given_up', free, { as: 'enrolled', through: ['enrolled'] }],
    ['offered', { ...free, isSeatFree: false }, { as: 'enrolled', through: ['enrolled'] }],
    ['enrolled', { ...free, isSeatFree: false }, { as: 'seated' }],
    ['dropped_out', free, { as: 'enrolled', through: ['enrolled'] }],
    ['dropped_out', { ...free, isSeatFree: false }, { as: 'guest' }],
    ['removed', free, { refused: 'walkIn.removed' }],
    [undefined, { ...free, isSeatFree: false }, { as: 'guest' }],
    ['waiting', { ...free, isSeatFree: false }, { as: 'guest' }],
    [undefined, { ...free, clashes: true }, { as: 'guest' }],
    [undefined, { ...free, isDone: true }, { as: 'guest' }],
  ] as const)('and was %s, %j: %j', (before, facts, decision) => {
    expect(decideWalkIn({ before, ...facts })).toEqual(decision);
  });

  it('goes only through states that may follow one another', () => {
    for (const before of [undefined, ...(Object.keys(nextStates) as EnrolmentState[])]) {
      const decision = decideWalkIn({ before, ...free });
      if (!('through' in decision)) continue;
      decision.through.reduce<EnrolmentState | undefined>((from, to) => {
        if (from !== undefined) expect(mayBecome(from, to)).toBe(true);
        return to;
      }, before);
    }
  });
});

describe('The code on the trainer’s screen', () => {
  it('is good for twenty seconds and the twenty after, never a minute later', () => {
    const made = new Date(1_790_000_010_000);
    const after = (ms: number) => new Date(made.getTime() + ms);
    const window = windowOf(made);
    expect(changesIn(made)).toBe(10_000);
    expect([0, 9_999, 10_000, 29_999].map((ms) => isStillGood(window, after(ms)))).toEqual(
      Array.from({ length: 4 }, () => true),
    );
    expect([30_000, 60_000, -10_001].map((ms) => isStillGood(window, after(ms)))).toEqual(
      Array.from({ length: 3 }, () => false),
    );
  });

  it('is read as it was written, and nothing else is', () => {
    const code = {
      sessionId: '01a20998-c8ce-7519-80d1-82214a6c40f6',
      window: 89_500_000,
      seal: 'a1'.repeat(10),
    };
    expect(readCode(writeCode(code))).toEqual(code);
    for (const text of ['', 'x', `${writeCode(code)}0`, writeCode({ ...code, seal: 'zz' })])
      expect(readCode(text)).toBeUndefined();
  });
});

describe('The number of a certificate', () => {
  it('is read however it is typed', () => {
    const number = numberOf('230129', '2026-12-11', 'K7QMD-2XHRA');
    expect(number).toBe('230129-2026-K7QMD-2XHRA');
    for (const typed of [
      number,
      '2301292026k7qmd2xhra',
      ' 230129 2026 K7QMD 2XHRA ',
      '230129—2026—k7qmd—2xhra',
    ])
      expect(tidyNumber(typed)).toBe(number);
    for (const typed of ['', '230129', 'K7QMD-2XHRA', `${number}9`, '二三〇'])
      expect(tidyNumber(typed)).toBeUndefined();
  });
});
