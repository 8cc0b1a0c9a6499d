import { groups } from '../instance';
import { typeCount } from '../group-types';

const balance = new Int32Array(typeCount);

/**
 * The groups of which a batch has women to spare: dropping an applicant leaves as many reserved seats filled as
 * before exactly when all her groups are in the set returned.
 *
 * By König and Hall the most reserved seats that applicants can fill, one woman a seat, is the least
 * f(S) = r(S) + #{applicants not inside S} over sets of groups S. Dropping a woman inside S leaves f(S) alone, so
 * she can be spared iff she is inside every S that attains the least, that is inside their intersection.
 * `counts` holds applicants by type from `countsFrom`, `reserves` the seats kept by group from `reservesFrom`.
 */
export function groupsToSpare(
  counts: Int32Array,
  countsFrom: number,
  reserves: Int32Array,
  reservesFrom: number,
): number {
  for (let type = 0; type < typeCount; type++) balance[type] = -counts[countsFrom + type]!;
  for (let k = 0; k < groups.length; k++) balance[1 << k]! += reserves[reservesFrom + k]!;

  // Sums over subsets: balance[S] becomes r(S) - #{applicants inside S}, which is f(S) less all applicants.
  for (let bit = 1; bit < typeCount; bit <<= 1) {
    for (let set = 0; set < typeCount; set++) if (set & bit) balance[set]! += balance[set ^ bit]!;
  }

  let least = balance[0]!;
  let spare = 0;
  for (let set = 1; set < typeCount; set++) {
    if (balance[set]! < least) {
      least = balance[set]!;
      spare = set;
    } else if (balance[set] === least) spare &= set;
  }
  return spare;
}
