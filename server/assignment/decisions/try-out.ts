import { assign } from '../engine/assign';
import type { Instance } from '../engine/instance';
import type { Decision } from './decisions.rules';

/** What one more decision would change in the last dry run, everything else being equal. */
export interface TryOut {
  /** Women whose seat changes, in the order of their ids. */
  readonly moves: readonly {
    readonly womanId: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  /** Batches that would run after all, and those that would not any more. */
  readonly opens: readonly string[];
  readonly closes: readonly string[];
  readonly placedBefore: number;
  readonly placedAfter: number;
}

/** @throws BadInstance where the instance has no such woman or batch, or no seat for the pin. */
export function tryOut(instance: Instance, { kind, womanId, batchId }: Decision): TryOut {
  const pair = { woman: womanId ?? '', batch: batchId };
  const changed: Instance = {
    ...instance,
    ...(kind === 'pin' && { pins: [...(instance.pins ?? []), pair] }),
    ...(kind === 'bar' && { bars: [...(instance.bars ?? []), pair] }),
    ...(kind === 'waive' && { waived: [...(instance.waived ?? []), batchId] }),
  };
  const [before, after] = [assign(instance), assign(changed)];
  const closedIn = (result: typeof before) => new Set(result.closed.map(({ batch }) => batch));
  const [closedBefore, closedAfter] = [closedIn(before), closedIn(after)];
  const seats = (result: typeof before) =>
    Object.values(result.assigned).filter((seat) => seat !== null).length;
  return {
    moves: Object.entries(before.assigned).flatMap(([woman, from]) => {
      const to = after.assigned[woman] ?? null;
      return from === to ? [] : [{ womanId: woman, from, to }];
    }),
    opens: [...closedBefore].filter((id) => !closedAfter.has(id)),
    closes: [...closedAfter].filter((id) => !closedBefore.has(id)),
    placedBefore: seats(before),
    placedAfter: seats(after),
  };
}
