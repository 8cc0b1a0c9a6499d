import { Draft } from './draft';
import type { Instance } from './instance';

interface Candidate {
  readonly offer: number;
  /** No opening of it can seat more women than this: what it gained when it was last looked at. */
  most: number;
  /** How many batches were open then. */
  asOf: number;
}

/**
 * Opens, one after the other, the batch that seats most women who would otherwise have none, until the budget is spent or
 * no batch would reach its minimum with such women. The women served by a set of batches are a monotone submodular function
 * of it, so a gain only falls as more is open: what gained little an hour ago need not be looked at again (lazy greedy,
 * Minoux 1978), and with a budget of batches alone at least 1 − 1/e of the optimum is served (Nemhauser, Wolsey and Fisher
 * 1978). Clashes, and the minimum, can cost more than that: `improve` makes up for most of it, `bound` says how much at most.
 */
export function propose(instance: Instance): Draft {
  const { offers, minimum, budget } = instance;
  const draft = new Draft(instance);
  const queue = new Queue(
    offers.flatMap(({ isClosed, seats }, offer) => (isClosed ? [] : [{ offer, most: seats, asOf: -1 }])),
  );
  for (let best = queue.take(); best && draft.opened.length < budget; best = queue.take()) {
    const { offer } = best;
    if (best.most < Math.max(1, minimum)) break;
    if (best.asOf < draft.opened.length) {
      best.most = draft.gain(offer);
      best.asOf = draft.opened.length;
      queue.put(best);
    } else if (draft.add(offer)) queue.put({ offer, most: best.most, asOf: -1 });
  }
  return draft;
}

/** The candidates, the most promising first; of equal ones the earlier offer. */
class Queue {
  private readonly heap: Candidate[] = [];

  constructor(candidates: readonly Candidate[]) {
    for (const candidate of candidates) this.put(candidate);
  }

  put(candidate: Candidate): void {
    const { heap } = this;
    let at = heap.push(candidate) - 1;
    for (let above = (at - 1) >> 1; at > 0 && isBefore(candidate, heap[above]!); above = (at - 1) >> 1) {
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = candidate;
  }

  take(): Candidate | undefined {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1;
      if (!isBefore(heap[below]!, last)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(one: Candidate, other: Candidate): boolean {
  return one.most > other.most || (one.most === other.most && one.offer < other.offer);
}
