import { NOBODY } from './match/seats';
import { fingerprint } from './intake/fingerprint';
import { typeCount, typeNames } from './group-types';
import type { Instance } from './instance';
import { openMarket } from './intake/open-market';
import { reasonsFor } from './match/reasons';
import { engineVersion, type Result } from './result';
import { settle, type Settlement } from './settle';

/**
 * Assigns women to batches: no seat oversold, no woman passed over for a lower key, each woman her best among
 * all such outcomes (`Run.ask`), under-filled batches closed (`closeBatches`), and every answer explained.
 *
 * Pure: the same instance gives the same bytes, whatever the order of its rows. An instance that comes from
 * outside goes through `parseInstance` first. Throws `BadInstance` where rows contradict each other.
 */
export function assign(instance: Instance): Result {
  const settlement = settle(openMarket(instance));
  const { womanIds, batchIds } = settlement.run.market;
  const { run, cutoffs } = settlement;
  return {
    assigned: record(womanIds, (woman) => batchIds[run.holds[woman]!] ?? null),
    closed: run.closed.map((batch) => ({
      batch: batchIds[batch]!,
      had: run.had[batch]!,
      minimum: run.market.minimum[batch]!,
    })),
    cutoffs: cutoffsByName(settlement),
    reasons: record(womanIds, (woman) => reasonsFor(woman, run, cutoffs)),
    inputHash: fingerprint(instance),
    engineVersion,
  };
}

/** Cutoffs for the group types that occur among the women. */
function cutoffsByName({ run, cutoffs }: Settlement): Result['cutoffs'] {
  const occurring = [...new Set(run.market.type)].sort((one, other) => one - other);
  return record(run.market.batchIds, (batch) =>
    Object.fromEntries(
      occurring.map((type) => {
        const cutoff = cutoffs[batch * typeCount + type]!;
        return [typeNames[type]!, cutoff === NOBODY ? null : cutoff];
      }),
    ),
  );
}

/** Ids are in order already, so the keys come out in one order. */
function record<Value>(ids: readonly string[], valueOf: (at: number) => Value): Record<string, Value> {
  return Object.fromEntries(ids.map((id, at) => [id, valueOf(at)]));
}
