import fc from 'fast-check';
import { assign } from '../../../server/assignment/engine/assign';
import type { Instance, WomanRow } from '../../../server/assignment/engine/instance';
import { check } from './reference/check';
import { instances } from './reference/instances';

/** Every list she could hand in: each ordered choice of some of the batches. */
function allLists(batches: readonly string[]): string[][] {
  const longer = batches.flatMap((first) =>
    allLists(batches.filter((batch) => batch !== first)).map((rest) => [first, ...rest]),
  );
  return [[], ...longer];
}

describe('Telling the truth', () => {
  it('is safe: no list a woman could hand in gives her a batch she likes better than her true list does', () => {
    check(
      fc.property(instances({ women: 7, batches: 4 }), fc.nat(), (instance, drawn) => {
        const her = instance.women[drawn % Math.max(1, instance.women.length)];
        if (her === undefined) return;
        const truth = rankOf(her, assign(instance).assigned[her.id]!);
        for (const list of allLists(instance.batches.map(({ id }) => id))) {
          const lie = handIn(instance, { ...her, list });
          expect(rankOf(her, assign(lie).assigned[her.id]!)).toBeGreaterThanOrEqual(truth);
        }
      }),
      200,
    );
  });

  it('is not helped by pretending to have waited less, or by leaving a group she belongs to', () => {
    check(
      fc.property(instances({ women: 8, batches: 3 }), fc.nat(), (instance, drawn) => {
        const her = instance.women[drawn % Math.max(1, instance.women.length)];
        if (her === undefined) return;
        const truth = rankOf(her, assign(instance).assigned[her.id]!);
        for (const worse of [
          { ...her, waiting: Math.max(0, her.waiting - 1) },
          { ...her, trained: her.trained + 1 },
          ...her.groups.map((left) => ({ ...her, groups: her.groups.filter((group) => group !== left) })),
        ]) {
          expect(rankOf(her, assign(handIn(instance, worse)).assigned[her.id]!)).toBeGreaterThanOrEqual(
            truth,
          );
        }
      }),
    );
  });
});

/** Where a batch stands on her true list; one she did not want counts as none. */
function rankOf({ list }: WomanRow, batch: string | null): number {
  const at = batch === null ? -1 : list.indexOf(batch);
  return at < 0 ? list.length : at;
}

function handIn(instance: Instance, row: WomanRow): Instance {
  return { ...instance, women: instance.women.map((woman) => (woman.id === row.id ? row : woman)) };
}
