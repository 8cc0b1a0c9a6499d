import type { Instance } from '../../../../server/assignment/engine/instance';
import { heaviestMatching, type Pairing } from './heaviest-matching';
import { largestMatching } from './largest-matching';

/** Another woman placed counts for more than any improvement of ranks: ranks are below this. */
export const onePlaced = 1000;

/** The instance as pairs with their worth: being placed first of all, then the place on her list. */
export function pairingOf({ women, batches }: Instance): Pairing {
  return {
    women: women.length,
    capacity: batches.map(({ capacity }) => capacity),
    pairs: women.flatMap(({ list }, woman) =>
      list.map((id, rank) => ({
        woman,
        batch: batches.findIndex((row) => row.id === id),
        worth: onePlaced - rank,
      })),
    ),
  };
}

export function mostPlaced({ women, batches }: Instance): number {
  let end = 0;
  return largestMatching({
    start: [0, ...women.map(({ list }) => (end += list.length))],
    list: women.flatMap(({ list }) => list.map((id) => batches.findIndex((row) => row.id === id))),
    capacity: batches.map(({ capacity }) => capacity),
  });
}

export function bestWorth(instance: Instance): number {
  return heaviestMatching(pairingOf(instance));
}
