import fc from 'fast-check';
import { assign } from '../../../server/assignment/engine/assign';
import type { Instance, WomanRow } from '../../../server/assignment/engine/instance';
import { check } from './reference/check';
import { instances } from './reference/instances';

const small = instances({ women: 8, batches: 4 });

describe('When something changes and the run is computed again', () => {
  it('a woman who steps back makes nobody worse off', () => {
    check(
      fc.property(small, fc.nat(), (instance, drawn) => {
        const gone = instance.women[drawn % Math.max(1, instance.women.length)];
        if (gone === undefined) return;
        const without = { ...instance, women: instance.women.filter((woman) => woman !== gone) };
        expectNobodyWorse(instance, without, without.women);
      }),
    );
  });

  it('one more seat makes nobody worse off', () => {
    check(
      fc.property(small, fc.nat(3), (instance, at) => {
        const batches = instance.batches.map((batch, index) =>
          index === at ? { ...batch, capacity: batch.capacity + 1 } : batch,
        );
        expectNobodyWorse(instance, { ...instance, batches }, instance.women);
      }),
    );
  });

  it('a woman who waited longer, was trained less, or joins a group is not worse off for it', () => {
    check(
      fc.property(
        small,
        fc.nat(),
        fc.constantFrom('POOR', 'NEVER', 'VULN', 'LEADER'),
        (instance, drawn, group) => {
          const her = instance.women[drawn % Math.max(1, instance.women.length)];
          if (her === undefined) return;
          for (const better of [
            { ...her, waiting: her.waiting + 1 },
            { ...her, trained: Math.max(0, her.trained - 1) },
            { ...her, groups: [...new Set([...her.groups, group])] },
          ]) {
            const women = instance.women.map((woman) => (woman === her ? better : woman));
            expectNobodyWorse(instance, { ...instance, women }, [her]);
          }
        },
      ),
    );
  });

  it('another draw changes nothing where no two women stand in equal tiers', () => {
    check(
      fc.property(small, (instance) => {
        const women = instance.women.slice(0, 8).map((woman, at) => ({
          ...woman,
          county: 'x',
          trained: at % 4,
          waiting: at >> 2,
          lottery: undefined,
        }));
        const one = assign({ ...instance, women, seed: 'one' });
        const other = assign({ ...instance, women, seed: 'other' });
        expect(other.assigned).toEqual(one.assigned);
      }),
    );
  });

  it('another draw does decide between women who are alike', () => {
    const alike = Array.from({ length: 20 }, (_, at) => ({
      id: `w${at}`,
      county: 'x',
      groups: [],
      trained: 0,
      waiting: 0,
      list: ['b'],
    }));
    const batch = { id: 'b', county: 'x', capacity: 10, minimum: 0, reserves: {} };
    const draw = (seed: string) =>
      assign({ seed, coverageCounties: [], women: alike, batches: [batch] }).assigned;
    expect(draw('one')).not.toEqual(draw('other'));
  });

  it('a late sign-up gets only what is left: with the seats given pinned, she changes nobody', () => {
    check(
      fc.property(instances({ women: 8, batches: 3, hasMinimums: true }), fc.nat(), (all, drawn) => {
        const late = all.women[drawn % Math.max(1, all.women.length)];
        if (late === undefined) return;
        const first = { ...all, women: all.women.filter((woman) => woman !== late) };
        const before = assign(first);
        const isClosed = (id: string): boolean => before.closed.some(({ batch }) => batch === id);
        const pins = first.women.flatMap(({ id }) => {
          const batch = before.assigned[id]!;
          return batch === null ? [] : [{ woman: id, batch }];
        });
        const batches = all.batches.filter(({ id }) => !isClosed(id));
        const women = [...first.women, late].map((woman) => ({
          ...woman,
          list:
            woman === late || before.assigned[woman.id] === null
              ? woman.list.filter((id) => !isClosed(id))
              : [],
        }));
        const after = assign({ ...all, women, batches, pins });
        for (const { id } of first.women) expect(after.assigned[id]).toBe(before.assigned[id]);
      }),
    );
  });
});

function expectNobodyWorse(before: Instance, after: Instance, women: readonly WomanRow[]): void {
  const [was, is] = [assign(before).assigned, assign(after).assigned];
  for (const { id, list } of women) {
    const rank = (batch: string | null): number => (batch === null ? list.length : list.indexOf(batch));
    expect(rank(is[id]!)).toBeLessThanOrEqual(rank(was[id]!));
  }
}
