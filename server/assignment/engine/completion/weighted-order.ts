import { hash } from 'node:crypto';
import { pull } from './balance-weights';
import type { Choices } from './choices';
import { waitingTime } from './waiting-time';

const precision = 2 ** 23; // times at most 33 * 2^24: below 2^53

/** 32 even bits of an id, from the published seed. */
export function markOf(seed: string, id: string): number {
  return parseInt(hash('sha256', `${seed}\n${id}`).slice(0, 8), 16);
}

/**
 * Orders one block in place, at random but repeatably: each batch comes next with a chance in proportion to its
 * pull (Plackett-Luce, drawn by exponential clocks: Efraimidis & Spirakis 2006). The draw belongs to the pair, so
 * a batch that comes or goes leaves the order of the others as it was. Equal scores: the earlier batch first.
 */
export function orderBlock(choices: Choices, block: number, weights: Int32Array, marks: Marks): void {
  const { start, batch, km, woman } = choices;
  const from = start[block]!;
  const scores: number[] = [];
  for (let at = from; at < start[block + 1]!; at++) {
    const here = batch[at]!;
    const kmHere = km[at]!;
    const even = blend(marks.women[woman[block]!]!, marks.batches[here]!);
    const score = Math.floor((waitingTime(even) * precision) / pull(weights[here]!, kmHere));
    let place = at;
    for (; place > from; place--) {
      const above = scores[place - 1 - from]!;
      if (above < score || (above === score && batch[place - 1]! < here)) break;
      scores[place - from] = above;
      batch[place] = batch[place - 1]!;
      km[place] = km[place - 1]!;
    }
    scores[place - from] = score;
    batch[place] = here;
    km[place] = kmHere;
  }
}

export interface Marks {
  readonly women: Uint32Array;
  readonly batches: Uint32Array;
}

/** Mixes two marks into 32 even bits, so that every bit of either changes half of them (MurmurHash3's last step). */
function blend(womanMark: number, batchMark: number): number {
  let bits = womanMark ^ Math.imul(batchMark, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
