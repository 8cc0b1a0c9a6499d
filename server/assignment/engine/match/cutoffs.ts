import { typeCount } from '../group-types';
import type { Run } from './run';
import { NOBODY } from './seats';

/**
 * The price of a seat by batch and group type, at `batch * typeCount + type`: the key of the holder who would
 * have to stand up for a newcomer of that type; 0 where any newcomer gets in, NOBODY where none does.
 *
 * With these prices every woman not pinned holds the first batch of her list whose price her key reaches, so
 * the prices alone prove the outcome (Azevedo & Leshno 2016).
 */
export function findCutoffs(run: Run): Int32Array {
  const cutoffs = new Int32Array(run.market.batchIds.length * typeCount);
  for (let at = 0; at < cutoffs.length; at++) {
    const batch = Math.floor(at / typeCount);
    cutoffs[at] = run.isClosed[batch] ? NOBODY : run.seats.price(batch, at % typeCount);
  }
  return cutoffs;
}
