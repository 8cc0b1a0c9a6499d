import type { Choices } from './choices';
import { logOf, octave, powerBelow } from './octaves';

/** What a woman's first need is worth; her second is worth half of it, her third a third. */
const oneNeed = 55_440;
const rounds = 16;

/** e^(-1/8) in octaves: with every eight kilometres a batch pulls less by a factor of e. */
const perKilometre = 3_025_551;

/** Weights stay within 2^-100 … 2^100, far wider than sixteen rounds can take them. */
const farthest = 100 * octave;

/**
 * Weights that spread women over the batches they could take: sixteen times every need is shared out over its
 * batches in proportion to weight and nearness, then each batch's weight is divided by its load, at least 1/20:
 * iterative proportional fitting (Deming & Stephan 1940), stopped early.
 *
 * From needs and supply only. Weights are kept as logarithms in whole steps and shares as whole numbers, so sums
 * depend neither on the order of rows nor on the machine. A weight of `octave` pulls twice as strongly as one of 0.
 */
export function balanceWeights(choices: Choices, capacity: Int32Array): Int32Array {
  const weights = new Int32Array(capacity.length);
  for (let round = 0; round < rounds; round++) {
    const received = shareOut(choices, weights);
    for (let batch = 0; batch < weights.length; batch++) {
      const full = Math.max(1, capacity[batch]!) * oneNeed;
      const load = logOf(Math.max(received[batch]!, Math.floor(full / 20))) - logOf(full);
      weights[batch] = Math.max(-farthest, Math.min(farthest, weights[batch]! - load));
    }
  }
  return weights;
}

/** A batch's pull on a woman, as a logarithm: its weight, less with every kilometre. */
export function pullOf(weight: number, km: number): number {
  return weight - km * perKilometre;
}

/** What each batch receives of all needs. */
function shareOut({ start, needRank, batch, km }: Choices, weights: Int32Array): Float64Array {
  const received = new Float64Array(weights.length); // whole numbers below 2^53
  const pulls = new Float64Array(weights.length); // of one block
  for (let block = 0; block < needRank.length; block++) {
    const first = start[block]!;
    const end = start[block + 1]!;
    let strongest = -Infinity;
    for (let at = first; at < end; at++) {
      const pull = pullOf(weights[batch[at]!]!, km[at]!);
      pulls[at - first] = pull;
      if (pull > strongest) strongest = pull;
    }
    let all = 0;
    for (let at = 0; at < end - first; at++) all += pulls[at] = powerBelow(strongest - pulls[at]!);
    const worth = Math.floor(oneNeed / (needRank[block]! + 1));
    for (let at = first; at < end; at++)
      received[batch[at]!]! += Math.floor((worth * pulls[at - first]!) / all);
  }
  return received;
}
