import { typeCount } from '../group-types';
import { NONE } from '../market';
import type { Run } from './run';

/** Any woman of the type would get in. */
export const ANYONE = 0;
/** No woman of the type would, whatever her key. */
export const NOBODY = 0x7fffffff;

/**
 * The price of a seat by batch and group type, at `batch * typeCount + type`: the key of the holder who would
 * have to stand up for a newcomer of that type.
 *
 * With these prices every woman not pinned holds the first batch of her list whose price her key reaches, so
 * the prices alone prove the outcome (Azevedo & Leshno 2016).
 */
export function findCutoffs(run: Run): Int32Array {
  const cutoffs = new Int32Array(run.market.batchIds.length * typeCount);
  for (let batch = 0; batch < run.market.batchIds.length; batch++) {
    for (let type = 0; type < typeCount; type++)
      cutoffs[batch * typeCount + type] = cutoffOf(batch, type, run);
  }
  return cutoffs;
}

function cutoffOf(batch: number, type: number, run: Run): number {
  const { seats, market } = run;
  if (run.isClosed[batch]) return NOBODY;
  if (seats.taken[batch]! < market.capacity[batch]!) return ANYONE;
  const at = batch * typeCount + type;
  seats.counts[at]!++;
  const spare = seats.spareGroups(batch);
  seats.counts[at]!--;
  if ((type & ~spare) !== 0) return ANYONE; // she would fill a reserved seat that nobody else fills
  const giveUp = seats.typeToGiveUp(batch, spare);
  return giveUp === NONE ? NOBODY : seats.key[seats.lowest[batch * typeCount + giveUp]!]!;
}
