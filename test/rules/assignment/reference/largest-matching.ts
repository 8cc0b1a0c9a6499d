const NONE = -1;

/** Who could sit where: woman w lists `list[start[w]] … list[start[w + 1] - 1]`, batch b has `capacity[b]` seats. */
export interface Eligibility {
  readonly start: ArrayLike<number>;
  readonly list: ArrayLike<number>;
  readonly capacity: ArrayLike<number>;
}

/**
 * The most women that can be seated at once, fairness and minimums aside: shortest augmenting paths in phases
 * (Hopcroft & Karp 1973), batches taking several women. `seated` may hold a matching to begin from.
 */
export function largestMatching({ start, list, capacity }: Eligibility, seated?: ArrayLike<number>): number {
  const batches = capacity.length;
  const women = start.length - 1;
  const holders: number[][] = Array.from({ length: batches }, () => []);
  const isSeated = new Uint8Array(women);
  for (let woman = 0; woman < women; woman++) {
    const batch = seated?.[woman] ?? NONE;
    if (batch === NONE) continue;
    isSeated[woman] = 1;
    holders[batch]!.push(woman);
  }

  const level = new Int32Array(batches);
  const nextWish = new Uint32Array(women);
  const nextHolder = new Uint32Array(batches);

  /** How many swaps the shortest path needs; false when no path is left. */
  const findLevels = (): boolean => {
    level.fill(NONE);
    let asking: number[] = [];
    for (let woman = 0; woman < women; woman++) if (!isSeated[woman]) asking.push(woman);
    for (let depth = 0, isFound = false; asking.length > 0 && !isFound; depth++) {
      const displaced: number[] = [];
      for (const woman of asking) {
        for (let at = start[woman]!; at < start[woman + 1]!; at++) {
          const batch = list[at]!;
          if (level[batch] !== NONE) continue;
          level[batch] = depth;
          if (holders[batch]!.length < capacity[batch]!) isFound = true;
          for (const holder of holders[batch]!) displaced.push(holder);
        }
      }
      if (isFound) return true;
      asking = displaced;
    }
    return false;
  };

  const seat = (woman: number, depth: number): boolean => {
    for (; start[woman]! + nextWish[woman]! < start[woman + 1]!; nextWish[woman]!++) {
      const batch = list[start[woman]! + nextWish[woman]!]!;
      if (level[batch] !== depth) continue;
      if (holders[batch]!.length < capacity[batch]!) {
        holders[batch]!.push(woman);
        return true;
      }
      for (; nextHolder[batch]! < holders[batch]!.length; nextHolder[batch]!++) {
        const at = nextHolder[batch]!;
        if (seat(holders[batch]![at]!, depth + 1)) {
          holders[batch]![at] = woman;
          nextHolder[batch]!++; // the newcomer need not move again in this phase
          return true;
        }
      }
    }
    return false;
  };

  while (findLevels()) {
    for (let woman = 0; woman < women; woman++) nextWish[woman] = 0;
    nextHolder.fill(0);
    for (let woman = 0; woman < women; woman++) if (!isSeated[woman] && seat(woman, 0)) isSeated[woman] = 1;
  }
  return isSeated.reduce((sum, one) => sum + one, 0);
}
