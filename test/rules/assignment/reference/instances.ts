import fc from 'fast-check';
import {
  groups,
  type BatchRow,
  type Group,
  type Instance,
  type Pair,
  type WomanRow,
} from '../../../../server/assignment/engine/instance';

export interface Size {
  readonly women: number;
  readonly batches: number;
  /** Some batches need a minimum. */
  readonly hasMinimums?: boolean;
  /** Officers pinned, barred and waived. */
  readonly hasDecisions?: boolean;
}

/** Small instances in which everything that can matter happens often: ties, full batches, overlapping groups. */
export function instances(size: Size): fc.Arbitrary<Instance> {
  const batchIds = Array.from({ length: size.batches }, (_, at) => `b${at}`);
  return fc
    .record({
      seed: fc.constantFrom('spring', 'summer', 'autumn'),
      coverageCounties: fc.subarray(['x', 'z']),
      women: fc.array(womanOf(batchIds), { maxLength: size.women }),
      batches: fc.tuple(...batchIds.map((id) => batchOf(id, size.hasMinimums ?? false))),
      decisions: size.hasDecisions
        ? fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('pin', 'bar', 'waive')), { maxLength: 6 })
        : fc.constant([]),
    })
    .map(({ decisions, ...drawn }) => {
      const women = drawn.women.map((woman, at): WomanRow => ({ ...woman, id: `w${at}` }));
      return decide({ ...drawn, women }, decisions);
    });
}

/** Any number of women who list only `batch`, for looking at one batch alone. */
export function oneBatch(women: number): fc.Arbitrary<Instance> {
  return instances({ women, batches: 1 }).map((instance) => ({
    ...instance,
    women: instance.women.map((woman) => ({ ...woman, list: ['b0'] })),
  }));
}

function womanOf(batchIds: readonly string[]): fc.Arbitrary<Omit<WomanRow, 'id'>> {
  return fc.record({
    county: fc.constantFrom('x', 'y'),
    groups: fc.shuffledSubarray([...groups]),
    trained: fc.constantFrom(0, 0, 1, 3),
    waiting: fc.constantFrom(0, 0, 2, 3),
    list: fc.shuffledSubarray([...batchIds]),
    lottery: fc.constantFrom(undefined, undefined, 1, 2, 3),
  });
}

function batchOf(id: string, hasMinimum: boolean): fc.Arbitrary<BatchRow> {
  return fc
    .tuple(
      fc.constantFrom('x', 'y'),
      fc.constantFrom(0, 1, 2, 2, 3, 4),
      fc.nat(4),
      fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
    )
    .map(([county, capacity, minimum, wanted]) => {
      const reserves: Partial<Record<Group, number>> = {};
      let left = capacity;
      groups.forEach((group, k) => {
        const kept = Math.min(left, wanted[k]!);
        if (kept > 0) reserves[group] = kept;
        left -= kept;
      });
      return { id, county, capacity, minimum: hasMinimum ? Math.min(minimum, capacity) : 0, reserves };
    });
}

/** Turns numbers into decisions that an instance may hold. */
function decide(instance: Instance, drawn: readonly (readonly [number, number, string])[]): Instance {
  const pins: Pair[] = [];
  const bars: Pair[] = [];
  const waived = new Set<string>();
  for (const [one, other, kind] of drawn) {
    const woman = instance.women[one % Math.max(1, instance.women.length)]?.id;
    const { id: batch, capacity } = instance.batches[other % instance.batches.length]!;
    if (kind === 'waive') waived.add(batch);
    if (woman === undefined || [...pins, ...bars].some((pair) => pair.woman === woman)) continue;
    const isRoom = pins.filter((pin) => pin.batch === batch).length < capacity;
    if (kind === 'pin' && isRoom) pins.push({ woman, batch });
    if (kind === 'bar') bars.push({ woman, batch });
  }
  return { ...instance, pins, bars, waived: [...waived] };
}
