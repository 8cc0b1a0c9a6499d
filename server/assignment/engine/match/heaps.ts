import { NONE } from '../market';

/**
 * Many heaps of women, the lowest key on top, in two arrays for all of them: a woman sits in at most one heap,
 * so she is her own node. Skew heaps: meld, add and drop cost O(log n) each, averaged over any sequence,
 * without balance fields (Sleator & Tarjan, Self-adjusting heaps, 1986). A heap is known by its top, NONE when empty.
 */
export class Heaps {
  private readonly left: Int32Array;
  private readonly right: Int32Array;

  /** `key` belongs to the caller; a key must not change while its woman is in a heap. */
  constructor(private readonly key: Int32Array) {
    this.left = new Int32Array(key.length).fill(NONE);
    this.right = new Int32Array(key.length).fill(NONE);
  }

  /** The heap with her in it. */
  add(top: number, woman: number): number {
    this.left[woman] = this.right[woman] = NONE;
    return this.meld(top, woman);
  }

  /** The heap without its top. */
  dropTop(top: number): number {
    return this.meld(this.left[top]!, this.right[top]!);
  }

  /** Walks down the right edges, always taking the lower top, and turns every node passed. */
  private meld(one: number, other: number): number {
    if (one === NONE) return other;
    if (other === NONE) return one;
    const { key, left, right } = this;
    let low = key[one]! < key[other]! ? one : other;
    let high = low === one ? other : one;
    const top = low;
    for (;;) {
      const rest = right[low]!;
      right[low] = left[low]!;
      if (rest === NONE) {
        left[low] = high;
        return top;
      }
      const next = key[rest]! < key[high]! ? rest : high;
      left[low] = next;
      high = next === rest ? high : rest;
      low = next;
    }
  }
}
