import fc from 'fast-check';
import { assign } from '../../../server/assignment/engine/assign';
import { readKey } from '../../../server/assignment/engine/priority';
import { check } from './reference/check';
import { instances } from './reference/instances';
import { isBarred, keysIn, lotteryOf, rowOf } from './reference/slow-assignment';

const everything = instances({ women: 9, batches: 4, hasMinimums: true, hasDecisions: true });

describe('Why she has the seat she has', () => {
  it('is answered once for each batch of her list in her order, and first for a pin outside it', () => {
    check(
      fc.property(everything, (instance) => {
        const { reasons } = assign(instance);
        for (const { id, list } of instance.women) {
          const pin = instance.pins!.find(({ woman }) => woman === id)?.batch;
          const asked = pin !== undefined && !list.includes(pin) ? [pin, ...list] : list;
          expect(reasons[id]!.map(({ batch }) => batch)).toEqual(asked);
        }
      }),
      600,
    );
  });

  it('is answered truly: every reason can be checked against the result', () => {
    check(
      fc.property(everything, (instance) => {
        const { assigned, closed, cutoffs, reasons } = assign(instance);
        for (const { id } of instance.women) {
          const { list, groups, lottery } = rowOf(instance, id);
          const held = assigned[id] ?? null;
          const isPinned = instance.pins!.some(({ woman, batch }) => woman === id && batch === held);
          const seatedAt = isPinned ? -1 : list.indexOf(held!);
          for (const reason of reasons[id]!) {
            const at = list.indexOf(reason.batch);
            const isAfter = held !== null && at > seatedAt;
            const gone = closed.find(({ batch }) => batch === reason.batch);
            const cutoff = cutoffs[reason.batch]![[...groups].sort().join('+')]!;
            switch (reason.code) {
              case 'ASSIGNED':
              case 'PINNED':
                expect(reason.batch).toBe(held);
                expect(reason.code).toBe(isPinned ? 'PINNED' : 'ASSIGNED');
                break;
              case 'BARRED':
                expect(isBarred(instance, id, reason.batch)).toBe(true);
                break;
              case 'HAS_BETTER':
                expect(isAfter).toBe(true);
                expect(reason.holds).toBe(held);
                break;
              case 'CLOSED':
                expect(gone).toEqual({ batch: reason.batch, had: reason.had, minimum: reason.minimum });
                expect(isAfter).toBe(false);
                break;
              case 'BELOW_CUTOFF':
                expect(gone).toBeUndefined();
                expect(isAfter).toBe(false);
                expect(reason.cutoff).toBe(cutoff);
                expect(reason.key).toBeLessThan(cutoff ?? Infinity);
                expect(reason.lottery).toBe(lottery ?? lotteryOf(instance.seed, id));
                expect({ ...reason.tier, rank: reason.rank }).toEqual(readKey(reason.key));
                break;
            }
          }
        }
      }),
      600,
    );
  });

  it('orders the keys of a batch as the tiers order the women', () => {
    check(
      fc.property(everything, (instance) => {
        const { reasons } = assign(instance);
        const below = instance.women.flatMap(({ id }) =>
          reasons[id]!.flatMap((reason) => (reason.code === 'BELOW_CUTOFF' ? [{ id, ...reason }] : [])),
        );
        for (const one of below) {
          for (const other of below) {
            if (one.batch !== other.batch || one.id === other.id) continue;
            const line = keysIn(instance, one.batch);
            expect(one.key < other.key).toBe(line.get(one.id)! < line.get(other.id)!);
          }
        }
      }),
    );
  });
});
