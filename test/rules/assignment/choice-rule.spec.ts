import fc from 'fast-check';
import { assign } from '../../../server/assignment/engine/assign';
import { check } from './reference/check';
import { choose, reservedSeatsFilled, type Applicant, type Reserves } from './reference/choice';
import { chosenByEngine, subsetsOf } from './reference/chosen-by-engine';
import { oneBatch } from './reference/instances';
import { chosenBy, keysIn, rowOf } from './reference/slow-assignment';

/** One out at a time: the lowest key whose leaving leaves as many reserved seats filled. */
function rejectOneByOne<Woman extends Applicant>(
  women: readonly Woman[],
  capacity: number,
  reserves: Reserves,
) {
  const left = [...women].sort((one, other) => one.key - other.key);
  while (left.length > capacity) {
    const filled = reservedSeatsFilled(left, reserves);
    const out = left.findIndex((woman) => {
      const others = left.filter((other) => other !== woman);
      return reservedSeatsFilled(others, reserves) === filled;
    });
    left.splice(out, 1);
  }
  return new Set(left);
}

describe('Whom a batch takes', () => {
  it('is, for every set of women who ask, the best of them that fill the reserves as far as they can', () => {
    check(
      fc.property(oneBatch(7), (instance) => {
        const ids = instance.women.map(({ id }) => id);
        const { capacity, reserves } = instance.batches[0]!;
        for (const asking of subsetsOf(ids)) {
          const chosen = chosenByEngine(instance, asking);
          const keys = keysIn(
            { ...instance, women: instance.women.filter(({ id }) => asking.includes(id)) },
            'b0',
          );
          const applicants = asking.map((id) => ({
            id,
            key: keys.get(id)!,
            groups: rowOf(instance, id).groups,
          }));
          const greedy = [...choose(applicants, capacity, reserves)].map(({ id }) => id);
          const oneByOne = [...rejectOneByOne(applicants, capacity, reserves)].map(({ id }) => id);
          expect(chosen).toEqual(new Set(greedy));
          expect(chosen).toEqual(new Set(oneByOne));
        }
      }),
      60,
    );
  });

  it('never turns a woman away because fewer others ask, and never gets smaller because more ask', () => {
    check(
      fc.property(oneBatch(6), (instance) => {
        const ids = instance.women.map(({ id }) => id);
        for (const asking of subsetsOf(ids)) {
          const chosen = chosenByEngine(instance, asking);
          for (const gone of asking) {
            const fewer = chosenByEngine(
              instance,
              asking.filter((id) => id !== gone),
            );
            for (const id of chosen) if (id !== gone) expect(fewer).toContain(id);
            expect(fewer.size).toBeLessThanOrEqual(chosen.size);
          }
        }
      }),
      40,
    );
  });

  it('takes everyone while there are seats, whatever the reserves', () => {
    check(
      fc.property(oneBatch(6), (instance) => {
        const ids = instance.women.map(({ id }) => id);
        expect(chosenByEngine(instance, ids).size).toBe(Math.min(ids.length, instance.batches[0]!.capacity));
      }),
    );
  });

  it('leaves no poor woman outside while fewer poor women sit there than seats are kept for them', () => {
    check(
      fc.property(oneBatch(10), (instance) => {
        const { assigned } = assign(instance);
        const poor = instance.women.filter(({ groups }) => groups.includes('POOR'));
        const inside = poor.filter(({ id }) => assigned[id] === 'b0').length;
        if (inside < (instance.batches[0]!.reserves.POOR ?? 0)) expect(inside).toBe(poor.length);
      }),
      1000,
    );
  });

  it('is the same whether all ask at once or one after the other', () => {
    check(
      fc.property(oneBatch(10), (instance) => {
        const ids = instance.women.map(({ id }) => id);
        expect(chosenByEngine(instance, ids)).toEqual(chosenBy(instance, 'b0', ids));
      }),
      1000,
    );
  });
});
