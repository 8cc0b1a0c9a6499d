import { typeCount } from '../group-types';
import { NONE, type Market } from '../market';
import { Heaps } from './heaps';
import { boundsWithoutApplicants, countIn, groupsToSpare } from './reserves';

/** Above every key. */
export const NOBODY = 0x7fffffff;

/**
 * Who sits where. A batch over its capacity gives up the lowest key whose leaving does not lower the number
 * of reserved seats filled: greedy on the matroid of seat fillings, hence the best women under the minimum
 * guarantee (Sönmez & Yenmez 2022), and a substitutable choice: a woman once refused stays refused.
 *
 * Columns by batch and group type stand at `batch * typeCount + type`.
 */
export class Seats {
  readonly taken: Int32Array;
  /** By batch and type: the holder with the lowest key, or NONE. */
  readonly lowest: Int32Array;
  /** By batch and type: any key below is refused without looking. Only ever rises. */
  readonly refusedBelow: Int32Array;
  /** By woman: her key in the batch she holds. */
  readonly key: Int32Array;
  private readonly bounds: Int32Array;
  private readonly heaps: Heaps;

  constructor(private readonly market: Market) {
    const batches = market.batchIds.length;
    this.taken = new Int32Array(batches);
    this.lowest = new Int32Array(batches * typeCount).fill(NONE);
    this.refusedBelow = new Int32Array(batches * typeCount);
    this.key = new Int32Array(market.womanIds.length);
    this.bounds = boundsWithoutApplicants(market.reserves);
    this.heaps = new Heaps(this.key);
  }

  /** Seats her and returns who must stand up for it: another woman, herself, or NONE. */
  seat(woman: number, batch: number, key: number): number {
    const type = this.market.type[woman]!;
    const at = batch * typeCount + type;
    this.key[woman] = key;
    this.lowest[at] = this.heaps.add(this.lowest[at]!, woman);
    countIn(this.bounds, batch, type, 1);
    this.taken[batch]!++;
    return this.taken[batch]! > this.market.capacity[batch]! ? this.giveUpOne(batch) : NONE;
  }

  /** The key a newcomer of this type must beat; NOBODY when no key would do. */
  price(batch: number, type: number): number {
    if (this.taken[batch]! < this.market.capacity[batch]!) return 0;
    countIn(this.bounds, batch, type, 1);
    const spare = groupsToSpare(this.bounds, batch);
    countIn(this.bounds, batch, type, -1);
    if ((type & ~spare) !== 0) return 0; // she would fill a reserved seat that nobody fills
    const standing = this.typeToGiveUp(batch, spare);
    return standing === NONE ? NOBODY : this.key[this.lowest[batch * typeCount + standing]!]!;
  }

  /** Empties the batch for good and returns the women who sat there. */
  close(batch: number): number[] {
    const women: number[] = [];
    for (let at = batch * typeCount; at < (batch + 1) * typeCount; at++) {
      for (; this.lowest[at] !== NONE; this.lowest[at] = this.heaps.dropTop(this.lowest[at]!)) {
        women.push(this.lowest[at]!);
      }
      this.refusedBelow[at] = NOBODY;
    }
    this.taken[batch] = 0;
    return women;
  }

  private giveUpOne(batch: number): number {
    const spare = groupsToSpare(this.bounds, batch);
    const type = this.typeToGiveUp(batch, spare);
    const at = batch * typeCount + type;
    const woman = this.lowest[at]!;
    this.lowest[at] = this.heaps.dropTop(woman);
    countIn(this.bounds, batch, type, -1);
    this.taken[batch]!--;
    this.refuseBelow(this.key[woman]!, batch, spare);
    return woman;
  }

  /** Of the types inside `spare` the one that holds the lowest key, or NONE. */
  private typeToGiveUp(batch: number, spare: number): number {
    let found = NONE;
    let lowest = NOBODY;
    for (let type = spare; ; type = (type - 1) & spare) {
      const woman = this.lowest[batch * typeCount + type]!;
      if (woman !== NONE && this.key[woman]! < lowest) {
        lowest = this.key[woman]!;
        found = type;
      }
      if (type === 0) return found;
    }
  }

  /** Whoever is inside `spare` with a key below that of the woman given up would be given up in turn. */
  private refuseBelow(key: number, batch: number, spare: number): void {
    for (let type = spare; ; type = (type - 1) & spare) {
      const at = batch * typeCount + type;
      if (this.refusedBelow[at]! < key) this.refusedBelow[at] = key;
      if (type === 0) return;
    }
  }
}
