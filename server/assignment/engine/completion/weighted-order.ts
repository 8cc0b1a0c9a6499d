import { hash } from 'node:crypto';
import { pullOf } from './balance-weights';
import type { Choices } from './choices';
import { logOf, octave } from './octaves';

/** Even bits of women and batches, by their number. */
export interface Marks {
  readonly women: Uint32Array;
  readonly batches: Uint32Array;
}

/** 32 even bits of an id, from the published seed. */
export function markOf(seed: string, id: string): number {
  return parseInt(hash('sha256', `${seed}\n${id}`).slice(0, 8), 16);
}

/**
 * Orders one block in place, at random but repeatably: each batch comes next with a chance in proportion to its
 * pull (Plackett-Luce, drawn by exponential clocks: Efraimidis & Spirakis 2006). The draw belongs to the pair, so
 * a batch that comes or goes leaves the order of the others as it was. Of equal clocks the earlier batch is first.
 */
export function orderBlock(choices: Choices, block: number, weights: Int32Array, marks: Marks): void {
  const { start, batch, km, woman } = choices;
  const first = start[block]!;
  const clocks: number[] = [];
  for (let at = first; at < start[block + 1]!; at++) {
    const here = batch[at]!;
    const kmHere = km[at]!;
    const even = blend(marks.women[woman[block]!]!, marks.batches[here]!);
    const clock = logOf(waitingTime(even)) - pullOf(weights[here]!, kmHere);
    let place = at;
    for (; place > first; place--) {
      const above = clocks[place - 1 - first]!;
      if (above < clock || (above === clock && batch[place - 1]! < here)) break;
      clocks[place - first] = above;
      batch[place] = batch[place - 1]!;
      km[place] = km[place - 1]!;
    }
    clocks[place - first] = clock;
    batch[place] = here;
    km[place] = kmHere;
  }
}

/**
 * How long an exponential clock runs: -log2 of an even number in (0, 1), here the middle of its 2^32nd part. Of
 * several clocks, each sped up by a pull, the first to ring is each one with a chance in proportion to its pull.
 */
function waitingTime(even: number): number {
  return Math.max(1, 33 * octave - logOf(2 * even + 1));
}

/** Mixes two marks into 32 even bits, so that a bit of either changes half of them (MurmurHash3's last step). */
function blend(womanMark: number, batchMark: number): number {
  let bits = womanMark ^ Math.imul(batchMark, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
