import { assign } from '../../../../server/assignment/engine/assign';
import type { Instance } from '../../../../server/assignment/engine/instance';

/** Whom the only batch of the instance takes among these women. */
export function chosenByEngine(instance: Instance, ids: readonly string[]): Set<string> {
  const asking = { ...instance, women: instance.women.filter(({ id }) => ids.includes(id)) };
  const { assigned } = assign(asking);
  return new Set(ids.filter((id) => assigned[id] !== null));
}

/** Every subset, the empty one first. */
export function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  return items.reduce<Item[][]>((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]);
}
