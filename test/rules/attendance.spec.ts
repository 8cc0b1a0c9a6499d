import fc from 'fast-check';
import { isAttended, markKinds, standingOf, type TimedMark } from '../../server/attendance/attendance.rules';

const mark: fc.Arbitrary<TimedMark> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...markKinds),
  markedAt: fc.integer({ min: 0, max: 50 }).map((minute) => new Date(Date.UTC(2026, 10, 23, 1, minute))),
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
    const at = (kind: TimedMark['kind'], minute: number, id = `${minute}`): TimedMark => ({
      id,
      kind,
      markedAt: new Date(Date.UTC(2026, 10, 23, 1, minute)),
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
});
