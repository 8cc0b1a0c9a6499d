import type { Instance } from '../../../server/planning/engine/instance';

interface Batch {
  readonly offer: number;
  readonly window: number;
  readonly trainer: number;
}

/**
 * The most women that any set of batches with the kept ones serves, by trying every set: each batch with a window and a trainer, no place and no
 * trainer twice in a window, none below the minimum but those that are kept where no more of their offer is opened. Written apart from the engine, and as simply as can be.
 */
export function bestByTrying(instance: Instance): number {
  const { offers, windows, placeFree, trainers, budget } = instance;
  const possible = offers.flatMap(({ subject, place, time, isClosed }, offer) =>
    isClosed
      ? []
      : windows.flatMap((window, at) =>
          window.time === time && placeFree[place]![at]
            ? trainers.flatMap(({ teaches, free }, trainer) =>
                teaches[subject] && free[at] ? [{ offer, window: at, trainer }] : [],
              )
            : [],
        ),
  );
  let best = 0;
  const tryFrom = (from: number, chosen: readonly Batch[]): void => {
    best = Math.max(best, servedBy(instance, chosen));
    if (chosen.length === budget) return;
    for (let at = from; at < possible.length; at += 1) {
      const next = possible[at]!;
      const clashes = chosen.some(
        (one) =>
          one.window === next.window &&
          (one.trainer === next.trainer || offers[one.offer]!.place === offers[next.offer]!.place),
      );
      if (!clashes) tryFrom(at + 1, [...chosen, next]);
    }
  };
  tryFrom(0, []);
  return best;
}

/** How many women can sit, each batch with its minimum; -1 where that cannot be. */
function servedBy(instance: Instance, chosen: readonly Batch[]): number {
  const { offers, groups, minimum, kept = [] } = instance;
  const count = (some: readonly number[], offer: number) => some.filter((one) => one === offer).length;
  const opened = chosen.map(({ offer }) => offer);
  if (kept.some((offer) => count(opened, offer) < count(kept, offer))) return -1;
  const batches = [
    ...opened.map((offer) => ({ offer, least: count(opened, offer) > count(kept, offer) ? minimum : 0 })),
    ...offers.flatMap(({ standing = 0 }, offer) =>
      Array.from({ length: standing }, () => ({ offer, least: 0 })),
    ),
  ];
  const women = groups.flatMap(({ women: count }, group) => Array.from({ length: count }, () => group));
  const seats = batches.map(({ offer }) => offers[offer]!.seats);
  // Minima first: if every batch can be filled to its minimum, a largest seating that keeps them exists beside it.
  const sitsIn = women.map(() => -1);
  const load = batches.map(() => 0);
  const fill = (limits: readonly number[]): void => {
    for (const batch of batches.keys())
      while (load[batch]! < limits[batch]! && seat(batch, new Set())) load[batch]! += 1;
  };
  const seat = (batch: number, seen: Set<number>): boolean => {
    for (const [woman, group] of women.entries()) {
      if (seen.has(woman) || sitsIn[woman] === batch || !mayTake(instance, group, batches[batch]!.offer))
        continue;
      seen.add(woman);
      const other = sitsIn[woman]!;
      if (other < 0 || seat(other, seen)) {
        sitsIn[woman] = batch;
        return true;
      }
    }
    return false;
  };
  fill(batches.map(({ least }) => least));
  if (batches.some(({ least }, batch) => load[batch]! < least || seats[batch]! < least)) return -1;
  fill(seats);
  return load.reduce((sum, count) => sum + count, 0);
}

function mayTake(instance: Instance, group: number, offer: number): boolean {
  const { subjects, places, times } = instance.groups[group]!;
  const { subject, place, time } = instance.offers[offer]!;
  return (
    instance.subjectSets[subjects]![subject]! &&
    instance.placeSets[places]![place]! &&
    instance.timeSets[times]![time]!
  );
}
