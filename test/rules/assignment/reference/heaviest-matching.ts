/** Who could sit where, and what each pair is worth: one row for each pair. */
export interface Pairing {
  readonly women: number;
  readonly capacity: readonly number[];
  readonly pairs: readonly { readonly woman: number; readonly batch: number; readonly worth: number }[];
}

/**
 * The greatest worth of any matching: women are added along the path that adds most, as long as one adds anything
 * (successive shortest paths, Bellman & Ford's search). For small cases: nothing is fast here.
 */
export function heaviestMatching({ women, capacity, pairs }: Pairing): number {
  const seated: (number | undefined)[] = Array.from({ length: women }, () => undefined); // by woman: a pair
  let worth = 0;
  for (;;) {
    const path = bestPath(seated, { women, capacity, pairs });
    if (path === undefined || path.gain <= 0) return worth;
    worth += path.gain;
    for (const pair of path.sits) seated[pairs[pair]!.woman] = pair;
  }
}

/** From a woman without a seat over swaps to a free seat; each step is a pair that sits down. */
function bestPath(seated: readonly (number | undefined)[], { women, capacity, pairs }: Pairing) {
  const taken = capacity.map(
    (_, batch) => seated.filter((pair) => pair !== undefined && pairs[pair]!.batch === batch).length,
  );
  const toWoman = seated.map((pair) => (pair === undefined ? 0 : -Infinity));
  const toBatch = capacity.map(() => -Infinity);
  const wayToWoman: number[][] = seated.map(() => []);
  const wayToBatch: number[][] = capacity.map(() => []);
  for (let round = 0; round <= women + capacity.length; round++) {
    pairs.forEach(({ woman, batch, worth }, pair) => {
      if (seated[woman] === pair || toWoman[woman]! + worth <= toBatch[batch]!) return;
      toBatch[batch] = toWoman[woman]! + worth;
      wayToBatch[batch] = [...wayToWoman[woman]!, pair];
    });
    seated.forEach((pair, woman) => {
      if (pair === undefined) return;
      const { batch, worth } = pairs[pair]!;
      if (toBatch[batch]! - worth <= toWoman[woman]!) return;
      toWoman[woman] = toBatch[batch]! - worth;
      wayToWoman[woman] = wayToBatch[batch]!;
    });
  }
  const free = capacity.map((_, batch) => batch).filter((batch) => taken[batch]! < capacity[batch]!);
  const best = free.reduce((one, other) => (toBatch[other]! > (toBatch[one] ?? -Infinity) ? other : one), -1);
  return best < 0 ? undefined : { gain: toBatch[best]!, sits: wayToBatch[best]! };
}
