import { typeCount } from '../group-types';
import { groups } from '../instance';

/**
 * For a batch with applicants X and reserves r, every set of groups S bounds the reserved seats that can be filled:
 * at most r(S), the seats kept for groups of S, plus one for each applicant not inside S. The least bound is
 * attained (König 1931, Hall 1935), so it is the most reserved seats X can fill, one woman a seat.
 *
 * Dropping a woman inside S leaves the bound of S alone and lowers every other by one. Hence she can be spared,
 * the seats stay as full, exactly when she is inside every S whose bound is least: inside their intersection.
 */

/** The bounds of all batches without applicants, at `batch * typeCount + S`. */
export function boundsWithoutApplicants(reserves: Int32Array): Int32Array {
  const bounds = new Int32Array((reserves.length / groups.length) * typeCount);
  for (let at = 0; at < bounds.length; at++) {
    const first = Math.floor(at / typeCount) * groups.length;
    for (let k = 0; k < groups.length; k++) if (at & (1 << k)) bounds[at]! += reserves[first + k]!;
  }
  return bounds;
}

/** Women of a type come (1) or go (-1). */
export function countIn(bounds: Int32Array, batch: number, type: number, change: 1 | -1): void {
  const first = batch * typeCount;
  for (let set = 0; set < typeCount; set++) if ((type & ~set) !== 0) bounds[first + set]! += change;
}

/** The set of groups to which a woman must be confined so that she can be spared. */
export function groupsToSpare(bounds: Int32Array, batch: number): number {
  const first = batch * typeCount;
  let least = bounds[first]!;
  let spare = 0;
  for (let set = 1; set < typeCount; set++) {
    const bound = bounds[first + set]!;
    if (bound > least) continue;
    spare = bound < least ? set : spare & set;
    least = bound;
  }
  return spare;
}
