import { createHash } from 'node:crypto';
import { groups, type Instance } from '../../../../server/assignment/engine/instance';
import { choose, type Applicant, type Reserves } from './choice';

/**
 * The specification once more, written for reading and without any of the engine's parts: everyone asks at once,
 * batches choose by sentence, and after a closing all starts from the beginning.
 */
export interface SlowResult {
  readonly assigned: Record<string, string | null>;
  readonly closed: { batch: string; had: number; minimum: number }[];
}

export function assignSlowly(instance: Instance): SlowResult {
  const closed: SlowResult['closed'] = [];
  for (;;) {
    const isOpen = (id: string): boolean => closed.every(({ batch }) => batch !== id);
    const assigned = matchSlowly(instance, isOpen);
    const due = instance.batches
      .filter(({ id }) => isOpen(id) && !instance.waived?.includes(id))
      .map(({ id, minimum }) => ({
        batch: id,
        had: Object.values(assigned).filter((b) => b === id).length,
        minimum,
      }))
      .filter(({ had, minimum }) => had < minimum)
      .sort((one, other) => {
        const turn = (id: string): string => sha256(instance.seed, id);
        return (
          one.had * other.minimum - other.had * one.minimum || (turn(one.batch) < turn(other.batch) ? -1 : 1)
        );
      });
    if (due.length === 0) return { assigned, closed };
    closed.push(due[0]!);
  }
}

/** Deferred acceptance in rounds, for the batches that are open. */
export function matchSlowly(instance: Instance, isOpen: (batch: string) => boolean): SlowResult['assigned'] {
  const pins = new Map(
    (instance.pins ?? []).filter(({ batch }) => isOpen(batch)).map((pin) => [pin.woman, pin.batch]),
  );
  const lists = new Map(
    instance.women.map(({ id, list }) => [
      id,
      pins.has(id) ? [] : list.filter((b) => isOpen(b) && !isBarred(instance, id, b)),
    ]),
  );
  for (;;) {
    let isAnyoneRefused = false;
    for (const { id } of instance.batches) {
      const asking = [...lists].filter(([, list]) => list[0] === id).map(([woman]) => woman);
      const chosen = chosenBy(instance, id, asking);
      for (const woman of asking) {
        if (chosen.has(woman)) continue;
        lists.get(woman)!.shift();
        isAnyoneRefused = true;
      }
    }
    if (!isAnyoneRefused) break;
  }
  return Object.fromEntries(instance.women.map(({ id }) => [id, pins.get(id) ?? lists.get(id)![0] ?? null]));
}

/** Whom the batch would choose among women who are not pinned to it. */
export function chosenBy(instance: Instance, batch: string, asking: readonly string[]): Set<string> {
  const { capacity, reserves } = afterPins(instance, batch);
  const keys = keysIn(instance, batch);
  const applicants = asking.map((id) => ({ id, key: keys.get(id)!, groups: rowOf(instance, id).groups }));
  return new Set([...choose<Applicant & { id: string }>(applicants, capacity, reserves)].map(({ id }) => id));
}

/** Everyone's priority in the batch as her place in the line, the last place being the best. */
export function keysIn(instance: Instance, batchId: string): Map<string, number> {
  const county = instance.batches.find(({ id }) => id === batchId)!.county;
  const isCoverage = instance.coverageCounties.includes(county);
  const line = [...instance.women].sort((one, other) => {
    for (const tier of [
      (woman: typeof one) => Number(isCoverage && woman.county === county),
      (woman: typeof one) => Number(woman.county === county),
      (woman: typeof one) => -woman.trained,
      (woman: typeof one) => woman.waiting,
      (woman: typeof one) => woman.lottery ?? lotteryOf(instance.seed, woman.id),
    ]) {
      if (tier(one) !== tier(other)) return tier(one) - tier(other);
    }
    return one.id < other.id ? 1 : -1; // the smaller id is the better one
  });
  return new Map(line.map(({ id }, place) => [id, place]));
}

export function lotteryOf(seed: string, id: string): number {
  return Number(BigInt(`0x${sha256(seed, id)}`) >> 208n); // the first 48 of 256 bits
}

export function isBarred(instance: Instance, woman: string, batch: string): boolean {
  return (instance.bars ?? []).some((bar) => bar.woman === woman && bar.batch === batch);
}

/** Seats and reserves left when the pinned women have sat down, one after the other. */
export function afterPins(instance: Instance, batchId: string): { capacity: number; reserves: Reserves } {
  const row = instance.batches.find(({ id }) => id === batchId)!;
  let capacity = row.capacity;
  const left = groups.map((group) => row.reserves[group] ?? 0);
  const pinned = (instance.pins ?? []).filter(({ batch }) => batch === batchId).map(({ woman }) => woman);
  for (const id of pinned.sort()) {
    capacity -= 1;
    const hers = groups.findIndex((group, k) => left[k]! > 0 && rowOf(instance, id).groups.includes(group));
    if (hers >= 0) left[hers]! -= 1;
    while (left.reduce((sum, seats) => sum + seats) > capacity) {
      const last = left.findLastIndex((seats) => seats > 0);
      left[last]! -= 1;
    }
  }
  return { capacity, reserves: Object.fromEntries(groups.map((group, k) => [group, left[k]!])) };
}

export function rowOf(instance: Instance, id: string) {
  return instance.women.find((woman) => woman.id === id)!;
}

function sha256(seed: string, id: string): string {
  return createHash('sha256').update(seed).update('\n').update(id).digest('hex');
}
