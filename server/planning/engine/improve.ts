import type { Draft } from './draft';

/** At most so many batches are closed at once, and so many tried in their place. */
const [mostClosed, mostTried] = [3, 60];
/** How many women a round may lose and still be followed, on the average: falls to none, as iron cools (Kirkpatrick 1983). */
const warmth = 0.7;

/**
 * Looks for a plan that serves more: again and again some batches near one another are closed and others tried in their
 * place, in an order left to chance; what comes out is followed when it serves no fewer, or at first hardly fewer (large
 * neighbourhood search, Shaw 1998). Chance is the same each time.
 */
export function improve(draft: Draft, rounds: number, isTime = () => false): Draft {
  const { offers } = draft.instance;
  const chance = new Chance();
  const openable = offers.flatMap(({ isClosed }, offer) => (isClosed ? [] : [offer]));
  const known: (readonly number[] | undefined)[] = [];
  const near = (offer: number) =>
    (known[offer] ??= draft.seating.pairs.near(offer).filter((one) => !offers[one]!.isClosed));
  const tryAll = (some: readonly number[]) => {
    for (const offer of some)
      if (draft.seating.isWanted(offer) && draft.seating.hasMinimum(offer)) draft.add(offer);
  };
  tryAll(chance.shuffled(openable));
  let best = draft.opened;
  let most = draft.served;
  for (let round = 0; round < rounds && !isTime(); round += 1) {
    const before = draft.served;
    draft.seating.forget();
    const back = draft.mark();
    const closed: number[] = [];
    for (let left = 1 + chance.below(mostClosed); left > 0; left -= 1) {
      const around = new Set(closed.slice(0, 1).flatMap(near));
      const some = draft.opened
        .slice(draft.kept)
        .filter(({ offer }) => closed.length === 0 || around.has(offer));
      if (some.length === 0) break;
      const batch = some[chance.below(some.length)]!;
      draft.drop(batch);
      closed.push(batch.offer);
    }
    if (closed.length === 0) break;
    tryAll(chance.shuffled([...new Set(closed.flatMap(near))]).slice(0, mostTried));
    const lost = before - draft.served;
    if (lost > 0 && chance.next() >= Math.exp(-lost / (warmth * (1 - round / rounds)))) back();
    if (draft.served > most) [most, best] = [draft.served, draft.opened];
  }
  return draft.with(best.slice(draft.kept));
}

/** Chance that is the same each time (mulberry32). */
class Chance {
  private state = 1;

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  shuffled(items: readonly number[]): number[] {
    const all = items.slice();
    for (let at = all.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      [all[at], all[other]] = [all[other]!, all[at]!];
    }
    return all;
  }
}
