import type { Instance, Opened, Plan } from './instance';
import { Seating } from './seating';
import { Timetable } from './timetable';

interface Candidate {
  readonly offer: number;
  /** No opening of it can seat more women than this: what it gained when it was last looked at. */
  most: number;
  /** How many batches were open then. */
  asOf: number;
}

/**
 * Opens, one after the other, the batch that seats most women who would otherwise have none, until the budget is spent or
 * no batch would reach its minimum. The women served by a set of batches are a monotone submodular function of it, so a
 * gain only falls as more is open: what gained little an hour ago need not be looked at again (lazy greedy, Minoux 1978),
 * and with a budget of batches alone at least 1 − 1/e of the optimum is served (Nemhauser, Wolsey and Fisher 1978).
 * Clashes, and the minimum, can cost more than that; `bound` says how much at most.
 */
export function propose(instance: Instance): Plan {
  const { offers, minimum, budget, kept = [] } = instance;
  const seating = new Seating(instance);
  const timetable = new Timetable(instance);
  offers.forEach(({ standing = 0, seats }, offer) => {
    if (standing > 0) seating.open(offer, seats * standing);
  });
  const standing = seating.load.slice();
  const chosen: { offer: number; window: number }[] = [];
  for (const offer of kept) {
    const window = timetable.take(offer);
    if (window === undefined) continue;
    seating.open(offer, offers[offer]!.seats);
    chosen.push({ offer, window });
  }
  const queue = new Queue(
    offers.flatMap(({ isClosed, seats }, offer) =>
      isClosed ? [] : [{ offer, most: Math.min(seats, womenFor(instance, seating, offer)), asOf: -1 }],
    ),
  );
  for (let best = queue.take(); best && chosen.length < budget; best = queue.take()) {
    const { offer } = best;
    if (best.most < minimum || best.most === 0) break;
    if (best.asOf < chosen.length) {
      if (timetable.take(offer, true) === undefined) continue;
      best.most = seating.gain(offer, offers[offer]!.seats);
      best.asOf = chosen.length;
      queue.put(best);
      continue;
    }
    const window = timetable.take(offer);
    if (window === undefined) continue;
    seating.open(offer, offers[offer]!.seats);
    chosen.push({ offer, window });
    queue.put({ offer, most: best.most, asOf: -1 });
  }
  return planOf(instance, seating, timetable, chosen, standing);
}

/** All who may take it, seated already or not: one who moves to it leaves her seat to another. */
function womenFor({ groups }: Instance, seating: Seating, offer: number): number {
  return seating.eligibleFor(offer).reduce((sum, group) => sum + groups[group]!.women, 0);
}

/** The women of an offer are spread over its batches as evenly as can be: each opened batch brought its minimum. */
function planOf(
  instance: Instance,
  seating: Seating,
  timetable: Timetable,
  chosen: readonly { offer: number; window: number }[],
  standing: readonly number[],
): Plan {
  const { offers } = instance;
  const countOf = new Map<number, number>();
  for (const { offer } of chosen) countOf.set(offer, (countOf.get(offer) ?? 0) + 1);
  const givenOut = new Map<number, number>();
  const opened = chosen.map(({ offer, window }): Opened => {
    const nth = givenOut.get(offer) ?? 0;
    givenOut.set(offer, nth + 1);
    const count = countOf.get(offer)!;
    const all = seating.load[offer]! - (standing[offer] ?? 0);
    const women = Math.floor(all / count) + (nth < all % count ? 1 : 0);
    return { offer, window, trainer: timetable.trainerAt(window, offers[offer]!.place), women };
  });
  const left = seating.free.slice();
  const all = instance.groups.reduce((sum, { women }) => sum + women, 0);
  const openable = offers.map(
    ({ isClosed }, offer) => !isClosed && timetable.take(offer, true) !== undefined,
  );
  return { opened, standing, served: all - left.reduce((sum, women) => sum + women, 0), left, openable };
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
