import fc from 'fast-check';
import { assign } from '../../../server/assignment/engine/assign';
import type { Instance } from '../../../server/assignment/engine/instance';
import type { Scenario } from '../../bench/assign/made-up-market';
import { check } from './reference/check';
import { instances } from './reference/instances';
import { madeUpInstance, nearestFirst } from './reference/made-up-instance';
import { assignSlowly, matchSlowly } from './reference/slow-assignment';

const placed = (assigned: Readonly<Record<string, string | null>>): number =>
  Object.values(assigned).filter((batch) => batch !== null).length;

describe('Closing batches under their minimum', () => {
  it('goes on to the very outcome of starting over without the closed batches', () => {
    check(
      fc.property(instances({ women: 10, batches: 5, hasMinimums: true }), (instance) => {
        const { assigned, closed } = assign(instance);
        expect(assigned).toEqual(matchSlowly(instance, (id) => closed.every(({ batch }) => batch !== id)));
      }),
      600,
    );
  });

  it('gives the same as starting over on a market of some thousand women, batch by batch', () => {
    for (const seed of [7, 8, 9]) {
      const instance = madeUpInstance(3000, 'A', seed, nearestFirst);
      const { assigned, closed } = assign(instance);
      expect(closed.length).toBeGreaterThan(5);
      const gone = new Set(closed.map(({ batch }) => batch));
      const open = { ...instance, batches: instance.batches.map((batch) => ({ ...batch, minimum: 0 })) };
      const women = open.women.map((woman) => ({ ...woman, list: woman.list.filter((id) => !gone.has(id)) }));
      expect(assign({ ...open, women }).assigned).toEqual(assigned);
    }
  });

  it('closes in the order of the smallest share of the minimum, then of the draw', () => {
    check(
      fc.property(instances({ women: 8, batches: 6, hasMinimums: true, hasDecisions: true }), (instance) => {
        expect(assign(instance).closed).toEqual(assignSlowly(instance).closed);
      }),
      600,
    );
  });

  it('one at a time places no fewer women than closing every short batch at once, on the markets kept for this', () => {
    for (const scenario of ['A', 'B', 'C'] as const) {
      for (const seed of [7, 8, 9]) {
        const { oneByOne, allAtOnce } = placedBothWays(scenario, seed);
        expect(oneByOne).toBeGreaterThanOrEqual(allAtOnce);
      }
    }
  });

  it('never closes a batch whose minimum was waived, nor one that needs nobody', () => {
    const empty = (id: string, minimum: number) => ({ id, county: 'x', capacity: 5, minimum, reserves: {} });
    const instance: Instance = {
      seed: 'spring',
      coverageCounties: [],
      women: [],
      batches: [empty('a', 1), empty('b', 1), empty('c', 0)],
      waived: ['b'],
    };
    expect(assign(instance).closed).toEqual([{ batch: 'a', had: 0, minimum: 1 }]);
  });
});

function placedBothWays(scenario: Scenario, seed: number) {
  const instance = madeUpInstance(2000, scenario, seed, nearestFirst);
  let left = instance;
  for (;;) {
    const { assigned } = assign({ ...left, waived: left.batches.map(({ id }) => id) });
    const had = new Map<string | null, number>();
    for (const batch of Object.values(assigned)) had.set(batch, (had.get(batch) ?? 0) + 1);
    const open = left.batches.filter(({ id, minimum }) => (had.get(id) ?? 0) >= minimum);
    if (open.length === left.batches.length) {
      return { oneByOne: placed(assign(instance).assigned), allAtOnce: placed(assigned) };
    }
    const ids = new Set(open.map(({ id }) => id));
    const women = left.women.map((woman) => ({ ...woman, list: woman.list.filter((id) => ids.has(id)) }));
    left = { ...left, batches: open, women };
  }
}
