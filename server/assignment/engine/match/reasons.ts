import { typeCount } from '../group-types';
import { keyOf, NONE } from '../market';
import { missingTier, readKey } from '../priority';
import type { Reason } from '../result';
import type { Run } from './run';
import { NOBODY } from './seats';

/**
 * Why she sits where she sits: one reason for each batch of her list, in her order. What she holds, the batches
 * after it, and a closed or full batch before it are the only cases, so the list is complete by construction.
 */
export function reasonsFor(woman: number, run: Run, cutoffs: Int32Array): Reason[] {
  const { market, holds } = run;
  const { list, listStart, pin, batchIds } = market;
  const held = holds[woman]!;
  const isPinned = held !== NONE && held === pin[woman];
  const reasons: Reason[] = [];
  let isSeated = isPinned; // a pin comes before every wish
  for (let at = listStart[woman]!; at < listStart[woman + 1]!; at++) {
    const isBarred = list[at]! < 0;
    const batch = isBarred ? ~list[at]! : list[at]!;
    const id = batchIds[batch]!;
    if (isBarred) reasons.push({ batch: id, code: 'BARRED' });
    else if (batch === held) {
      reasons.push({ batch: id, code: isPinned ? 'PINNED' : 'ASSIGNED' });
      isSeated = true;
    } else if (isSeated) reasons.push({ batch: id, code: 'HAS_BETTER', holds: batchIds[held]! });
    else if (run.isClosed[batch]) reasons.push(closed(batch, run));
    else reasons.push(belowCutoff(woman, batch, run, cutoffs));
  }
  return outsideHerList(woman, run).concat(reasons);
}

/** A pin need not be a wish of hers: what became of it then comes first. */
function outsideHerList(woman: number, run: Run): Reason[] {
  const { pin, list, listStart, batchIds } = run.market;
  const batch = pin[woman]!;
  if (batch === NONE || list.subarray(listStart[woman]!, listStart[woman + 1]!).includes(batch)) return [];
  return [run.isClosed[batch] ? closed(batch, run) : { batch: batchIds[batch]!, code: 'PINNED' }];
}

function closed(batch: number, run: Run): Reason {
  const { batchIds, minimum } = run.market;
  return { batch: batchIds[batch]!, code: 'CLOSED', had: run.had[batch]!, minimum: minimum[batch]! };
}

function belowCutoff(woman: number, batch: number, run: Run, cutoffs: Int32Array): Reason {
  const { market } = run;
  const price = cutoffs[batch * typeCount + market.type[woman]!]!;
  const cutoff = price === NOBODY ? null : price;
  const key = keyOf(market, woman, batch);
  const { county, trained, waiting, rank } = readKey(key);
  return {
    batch: market.batchIds[batch]!,
    code: 'BELOW_CUTOFF',
    key,
    cutoff,
    lottery: market.lottery[woman]!,
    rank,
    tier: { county, trained, waiting },
    missing: missingTier(key, cutoff),
  };
}
