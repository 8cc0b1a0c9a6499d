import { hash } from 'node:crypto';

/**
 * One lottery for all batches of a run, which nobody can bend: a number is a SHA-256 of the published seed
 * and the id, so everyone can recompute it and it is fixed once the seed is. Single tie-breaking keeps
 * the result efficient (Abdulkadiroğlu, Pathak & Roth 2009).
 */
export function lotteryNumber(seed: string, id: string): number {
  return parseInt(draw(seed, id).slice(0, 12), 16); // 12 hex digits are 48 bits
}

/** Among batches equally far from their minimum the one with the smaller text closes first. */
export function closingTurn(seed: string, batchId: string): string {
  return draw(seed, batchId);
}

function draw(seed: string, id: string): string {
  return hash('sha256', `${seed}\n${id}`);
}

/**
 * Places of the numbers, 1 for the lowest, no two alike: of equal numbers the smaller id is the better one.
 * The numbers must stand in the order of the ids.
 */
export function rankLottery(numbers: Float64Array): Uint32Array {
  const ascending = numbers.slice().sort();
  const given = new Uint32Array(numbers.length); // how many of the places of a number are given away
  const ranks = new Uint32Array(numbers.length);
  for (let woman = numbers.length - 1; woman >= 0; woman--) {
    const first = firstPlaceOf(numbers[woman]!, ascending);
    ranks[woman] = first + ++given[first]!;
  }
  return ranks;
}

function firstPlaceOf(number: number, ascending: Float64Array): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
