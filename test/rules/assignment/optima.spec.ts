import fc from 'fast-check';
import { check } from './reference/check';
import { instances } from './reference/instances';
import { bestWorth, mostPlaced, onePlaced } from './reference/optima';
import { allOutcomes } from './reference/stable-matchings';

describe('The optimum that assignments are measured against', () => {
  it('is the one found by trying every outcome: in women placed, and then in their ranks', () => {
    check(
      fc.property(instances({ women: 6, batches: 3 }), (instance) => {
        const outcomes = allOutcomes(instance).map((outcome) =>
          instance.women.flatMap(({ id, list }) => {
            const batch = outcome[id] ?? null;
            return batch === null ? [] : [onePlaced - list.indexOf(batch)];
          }),
        );
        expect(mostPlaced(instance)).toBe(Math.max(...outcomes.map((ranks) => ranks.length)));
        expect(bestWorth(instance)).toBe(
          Math.max(...outcomes.map((ranks) => ranks.reduce((sum, one) => sum + one, 0))),
        );
      }),
      100,
    );
  });

  it('seats as many women whether ranks are looked at or not', () => {
    check(
      fc.property(instances({ women: 30, batches: 8 }), (instance) => {
        expect(Math.ceil(bestWorth(instance) / onePlaced)).toBe(mostPlaced(instance));
      }),
      60,
    );
  });
});
