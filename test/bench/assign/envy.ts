import { groups } from '../../../server/assignment/engine/instance';
import { typeCount } from '../../../server/assignment/engine/group-types';
import { keyOf, NONE } from '../../../server/assignment/engine/market';
import type { Run } from '../../../server/assignment/engine/match/run';
import { choose, type Applicant } from '../../rules/assignment/reference/choice';

/**
 * Counts pairs of a woman and an open batch she likes better than what she holds, where the batch would take her:
 * justified envy or an empty seat. Every pair is looked at; the engine's own cutoffs are not used.
 */
export function countEnvy(run: Run): { readonly pairs: number; readonly envious: number } {
  const { market, holds, isClosed } = run;
  const { list, listStart, type } = market;
  const prices = priceBatches(run);
  let envious = 0;
  for (let woman = 0; woman < holds.length; woman++) {
    for (let at = listStart[woman]!; at < listStart[woman + 1]! && list[at] !== holds[woman]; at++) {
      const batch = list[at]!;
      const price = prices[batch * typeCount + type[woman]!]!;
      if (!isClosed[batch] && keyOf(market, woman, batch) > price) envious++;
    }
  }
  return { pairs: list.length, envious };
}

/** By batch and group type: the key of whoever would stand up for a newcomer whose key nobody beats. */
function priceBatches(run: Run): Float64Array {
  const { market, holds } = run;
  const holders: Applicant[][] = market.batchIds.map(() => []);
  holds.forEach((batch, woman) => {
    if (batch === NONE) return;
    holders[batch]!.push({ key: keyOf(market, woman, batch), groups: groupsOf(market.type[woman]!) });
  });
  const prices = new Float64Array(holders.length * typeCount);
  holders.forEach((seated, batch) => {
    const kept = market.reserves.subarray(batch * groups.length, (batch + 1) * groups.length);
    const reserves = Object.fromEntries(groups.map((group, k) => [group, kept[k]!]));
    for (let type = 0; type < typeCount; type++) {
      const everyone = [...seated, { key: Infinity, groups: groupsOf(type) }];
      const chosen = choose(everyone, market.capacity[batch]!, reserves);
      const standing = everyone.find((woman) => !chosen.has(woman));
      prices[batch * typeCount + type] = standing?.key ?? -Infinity;
    }
  });
  return prices;
}

function groupsOf(type: number) {
  return groups.filter((_group, k) => type & (1 << k));
}
