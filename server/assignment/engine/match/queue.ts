/** Whole numbers, taken out in the order of `isBefore`: a binary heap, O(log n) in and out. */
export class Queue {
  private readonly heap: number[] = [];

  constructor(private readonly isBefore: (one: number, other: number) => boolean) {}

  add(item: number): void {
    let at = this.heap.push(item) - 1;
    for (let above = (at - 1) >> 1; at > 0 && this.isBefore(item, this.heap[above]!); above = (at - 1) >> 1) {
      this.heap[at] = this.heap[above]!;
      at = above;
    }
    this.heap[at] = item;
  }

  take(): number | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first !== undefined && this.heap.length > 0) this.sink(last!);
    return first;
  }

  private sink(item: number): void {
    const { heap, isBefore } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++;
      if (isBefore(item, heap[below]!)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = item;
  }
}
