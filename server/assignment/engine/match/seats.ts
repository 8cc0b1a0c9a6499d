import { typeCount } from '../group-types';
import { groups } from '../instance';
import { Heaps } from './heaps';
import { NONE, type Market } from '../market';
import { groupsToSpare } from './reserves';

/**
 * Who sits where. A batch over its capacity gives up the lowest key whose leaving does not lower the number
 * of reserved seats filled: greedy on the matroid of seat fillings, hence the best women under the minimum
 * guarantee (Sönmez & Yenmez 2022), and a substitutable choice: a woman once refused stays refused.
 */
export class Seats {
  readonly taken: Int32Array;
  /** Holders by batch and type, at `batch * typeCount + type`; so are the next two. */
  readonly counts: Int32Array;
  /** The holder with the lowest key, or NONE. */
  readonly lowest: Int32Array;
  /** Any key below is refused without looking; only ever rises. */
  readonly refusedBelow: Int32Array;
  /** A holder's key in the batch she holds. */
  readonly key: Int32Array;
  private readonly heaps: Heaps;

  constructor(private readonly market: Market) {
    const batches = market.batchIds.length;
    this.taken = new Int32Array(batches);
    this.counts = new Int32Array(batches * typeCount);
    this.lowest = new Int32Array(batches * typeCount).fill(NONE);
    this.refusedBelow = new Int32Array(batches * typeCount);
    this.key = new Int32Array(market.womanIds.length);
    this.heaps = new Heaps(this.key);
  }

  /** Seats her and returns who must stand up for it: another woman, herself, or NONE. */
  seat(woman: number, batch: number, key: number): number {
    const at = batch * typeCount + this.market.type[woman]!;
    this.key[woman] = key;
    this.lowest[at] = this.heaps.add(this.lowest[at]!, woman);
    this.counts[at]!++;
    this.taken[batch]!++;
    return this.taken[batch]! > this.market.capacity[batch]! ? this.giveUpOne(batch) : NONE;
  }

  /**
   * The type whose lowest holder goes first when a woman of a type with `spare` groups goes, or NONE: the lowest key
   * among holders inside `spare`.
   */
  typeToGiveUp(batch: number, spare: number): number {
    let found = NONE;
    let lowest = Infinity;
    for (let type = spare; ; type = (type - 1) & spare) {
      const woman = this.lowest[batch * typeCount + type]!;
      if (woman !== NONE && this.key[woman]! < lowest) {
        lowest = this.key[woman]!;
        found = type;
      }
      if (type === 0) return found;
    }
  }

  /** Groups of which the batch has holders to spare. */
  spareGroups(batch: number): number {
    return groupsToSpare(this.counts, batch * typeCount, this.market.reserves, batch * groups.length);
  }

  /** Empties the batch and returns the women who sat there. */
  release(batch: number): number[] {
    const women: number[] = [];
    for (let at = batch * typeCount; at < (batch + 1) * typeCount; at++) {
      for (; this.lowest[at] !== NONE; this.lowest[at] = this.heaps.dropTop(this.lowest[at]!)) {
        women.push(this.lowest[at]!);
      }
      this.counts[at] = 0;
    }
    this.taken[batch] = 0;
    return women;
  }

  private giveUpOne(batch: number): number {
    const spare = this.spareGroups(batch);
    const at = batch * typeCount + this.typeToGiveUp(batch, spare);
    const woman = this.lowest[at]!;
    this.lowest[at] = this.heaps.dropTop(woman);
    this.counts[at]!--;
    this.taken[batch]!--;
    this.refuseBelow(this.key[woman]!, batch, spare);
    return woman;
  }

  /** Whoever lies inside the spare groups and below the woman given up would only be given up in turn. */
  private refuseBelow(key: number, batch: number, spare: number): void {
    for (let type = spare; ; type = (type - 1) & spare) {
      const at = batch * typeCount + type;
      if (this.refusedBelow[at]! < key) this.refusedBelow[at] = key;
      if (type === 0) return;
    }
  }
}
