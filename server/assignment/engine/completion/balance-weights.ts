import type { Choices } from './choices';
import { nearness, nearnessUnit } from './nearness';

/** What a woman's first need is worth; her second is worth half of it, her third a third. */
const oneNeed = 55_440;
const rounds = 16;

/** Weights lie between 1 and 2^28 and start at one, so every product below stays under 2^53: exact. */
const one = 1 << 18;
const heaviest = 1 << 28;

/** Changes from round to round are counted in 1/65536. */
const unit = 65_536;

/**
 * Weights that spread women over the batches they could take: sixteen times every need is shared out over its
 * batches in proportion to weight and nearness, then each batch's weight is divided by its load (at least 1/20).
 * Iterative proportional fitting (Deming & Stephan 1940), stopped early.
 *
 * From needs and supply only, and in whole numbers: sums do not depend on the order of rows, nor on the machine.
 * Dividing by the common load as well keeps weights in range; only their proportions matter.
 */
export function balanceWeights(choices: Choices, capacity: Int32Array): Int32Array {
  const weights = new Int32Array(capacity.length).fill(one);
  const seats = capacity.map((count) => Math.max(1, count));
  const allSeats = seats.reduce((sum, count) => sum + count, 0);
  for (let round = 0; round < rounds; round++) {
    const received = shareOut(choices, weights);
    const perSeat = Math.max(1, Math.floor(received.reduce((sum, share) => sum + share, 0) / allSeats));
    for (let batch = 0; batch < weights.length; batch++) {
      const atLeast = Math.max(1, Math.floor((seats[batch]! * oneNeed) / 20));
      const change = Math.floor((perSeat * seats[batch]! * unit) / Math.max(received[batch]!, atLeast));
      const changed = Math.floor((weights[batch]! * change) / unit);
      weights[batch] = Math.max(1, Math.min(heaviest, changed));
    }
  }
  return weights;
}

/** A batch's pull on a woman: its weight, less with every kilometre. */
export function pull(weight: number, km: number): number {
  return Math.max(1, Math.floor((weight * nearness(km)) / nearnessUnit));
}

function shareOut(choices: Choices, weights: Int32Array): Float64Array {
  const { start, needRank, batch, km } = choices;
  const received = new Float64Array(weights.length); // whole numbers below 2^53
  for (let block = 0; block + 1 < start.length; block++) {
    const end = start[block + 1]!;
    const worth = Math.floor(oneNeed / (needRank[block]! + 1));
    let all = 0;
    for (let at = start[block]!; at < end; at++) all += pull(weights[batch[at]!]!, km[at]!);
    for (let at = start[block]!; at < end; at++) {
      received[batch[at]!]! += Math.floor((worth * pull(weights[batch[at]!]!, km[at]!)) / all);
    }
  }
  return received;
}
