import fc from 'fast-check';
import { assign } from '../../../server/assignment/engine/assign';
import type { Instance } from '../../../server/assignment/engine/instance';
import { readKey } from '../../../server/assignment/engine/priority';
import { check } from './reference/check';
import { instances } from './reference/instances';
import { mostPlaced } from './reference/optima';
import { assignSlowly, chosenBy, isBarred, keysIn, rowOf } from './reference/slow-assignment';
import { stableMatchings } from './reference/stable-matchings';

const everything = { women: 9, batches: 4, hasMinimums: true, hasDecisions: true };
const sitting = (assigned: Readonly<Record<string, string | null>>, batch: string): string[] =>
  Object.keys(assigned).filter((id) => assigned[id] === batch);
const pinOf = (instance: Instance, woman: string): string | undefined =>
  instance.pins?.find((pin) => pin.woman === woman)?.batch;

describe('An assignment', () => {
  it('is the one the specification gives, step by step', () => {
    check(
      fc.property(instances(everything), (instance) => {
        const { assigned, closed } = assign(instance);
        expect({ assigned, closed }).toEqual(assignSlowly(instance));
      }),
      1500,
    );
  });

  it('oversells no seat, gives no one a batch she did not list, and opens no batch below its minimum', () => {
    check(
      fc.property(instances(everything), (instance) => {
        const { assigned, closed } = assign(instance);
        expect(Object.keys(assigned).sort()).toEqual(instance.women.map(({ id }) => id).sort());
        for (const { id, list } of instance.women) {
          const batch = assigned[id] ?? null;
          if (batch === null || batch === pinOf(instance, id)) continue;
          expect(list).toContain(batch);
          expect(isBarred(instance, id, batch)).toBe(false);
        }
        for (const { id, capacity, minimum } of instance.batches) {
          const had = sitting(assigned, id).length;
          expect(had).toBeLessThanOrEqual(capacity);
          if (closed.some(({ batch }) => batch === id)) expect(had).toBe(0);
          else if (!instance.waived?.includes(id)) expect(had).toBeGreaterThanOrEqual(minimum);
        }
      }),
      600,
    );
  });

  it('leaves no woman who would be taken by an open batch that she likes better', () => {
    check(
      fc.property(instances(everything), (instance) => {
        const { assigned, closed } = assign(instance);
        for (const { id: woman, list } of instance.women) {
          const held = assigned[woman] ?? null;
          if (held !== null && held === pinOf(instance, woman)) continue;
          for (const batch of held === null ? list : list.slice(0, list.indexOf(held))) {
            if (isBarred(instance, woman, batch) || closed.some((gone) => gone.batch === batch)) continue;
            const holders = sitting(assigned, batch).filter((id) => pinOf(instance, id) !== batch);
            expect(chosenBy(instance, batch, [...holders, woman])).not.toContain(woman);
          }
        }
      }),
      600,
    );
  });

  it('follows from the published cutoffs alone: each woman holds the first batch that her key reaches', () => {
    check(
      fc.property(instances(everything), (instance) => {
        const { assigned, cutoffs, closed } = assign(instance);
        for (const { id: woman, list } of instance.women) {
          const pin = pinOf(instance, woman);
          if (pin !== undefined && closed.every(({ batch }) => batch !== pin)) continue;
          const first = list.find((batch) => {
            const type = [...rowOf(instance, woman).groups].sort().join('+');
            const cutoff = cutoffs[batch]![type]!;
            return (
              !isBarred(instance, woman, batch) && cutoff !== null && reaches(instance, woman, batch, cutoff)
            );
          });
          expect(assigned[woman]).toBe(first ?? null);
        }
      }),
      600,
    );
  });

  it('is for every woman the best of all fair outcomes, and all of them place equally many', () => {
    check(
      fc.property(instances({ women: 5, batches: 3 }), (instance) => {
        const { assigned } = assign(instance);
        const fair = stableMatchings(instance);
        expect(fair).toContainEqual(assigned);
        const placed = (outcome: typeof assigned): number =>
          Object.values(outcome).filter((b) => b !== null).length;
        for (const other of fair) {
          expect(placed(other)).toBe(placed(assigned));
          for (const { id, list } of instance.women) {
            const rank = (batch: string | null): number =>
              batch === null ? list.length : list.indexOf(batch);
            expect(rank(assigned[id]!)).toBeLessThanOrEqual(rank(other[id]!));
          }
        }
      }),
      150,
    );
  });

  it('places at least half of the most women that could be placed, and all of them where nobody competes', () => {
    check(
      fc.property(instances({ women: 9, batches: 4 }), (instance) => {
        const placed = Object.values(assign(instance).assigned).filter((batch) => batch !== null).length;
        const most = mostPlaced(instance);
        expect(2 * placed).toBeGreaterThanOrEqual(most);
        const isEnough = instance.batches.every(
          ({ id, capacity }) => instance.women.filter(({ list }) => list.includes(id)).length <= capacity,
        );
        const isDisjoint = instance.women.every(({ list }) => list.length <= 1);
        if (isEnough || isDisjoint) expect(placed).toBe(most);
      }),
      600,
    );
  });
});

/** Her key recomputed from her own facts, against a published cutoff. */
function reaches(instance: Instance, woman: string, batch: string, cutoff: number): boolean {
  if (cutoff === 0) return true;
  const needed = readKey(cutoff);
  const { county, trained, waiting } = rowOf(instance, woman);
  const its = instance.batches.find(({ id }) => id === batch)!.county;
  const tier = county !== its ? 0 : instance.coverageCounties.includes(its) ? 2 : 1;
  if (tier !== needed.county) return tier > needed.county;
  if (trained !== needed.trained) return trained < needed.trained;
  if (waiting !== needed.waiting) return waiting > needed.waiting;
  // Within the tiers the line of everyone is the line of the lottery.
  const alike = {
    ...instance,
    women: instance.women.map((row) => ({ ...row, county: 'x', trained: 0, waiting: 0 })),
  };
  return keysIn(alike, batch).get(woman)! + 1 >= needed.rank;
}
