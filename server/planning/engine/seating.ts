import type { Instance } from './instance';

interface Undo {
  readonly group: number;
  /** The offer in which they sat, or -1 for none. */
  readonly from: number;
  readonly to: number;
  readonly women: number;
}

/**
 * Seats as many women as the opened batches can hold, each woman once: a largest flow from women to seats, kept largest as
 * batches are opened. A woman moves to another batch when that makes room for one more, so no seat that can be filled
 * stays empty, and a batch once filled never loses a seat to another (Ford and Fulkerson 1956).
 */
export class Seating {
  /** Of each group, the women without a seat. */
  readonly free: number[];
  readonly load: number[];
  private readonly seats: number[];
  private readonly seated: Map<number, number>[];
  private readonly eligible: (Int32Array | undefined)[];
  /** All eligible groups before this place have no woman left; true for good, since no woman loses her seat. */
  private readonly from: number[];

  constructor(private readonly instance: Instance) {
    const { groups, offers } = instance;
    this.free = groups.map(({ women }) => women);
    this.load = offers.map(() => 0);
    this.seats = offers.map(() => 0);
    this.seated = offers.map(() => new Map<number, number>());
    this.eligible = offers.map(() => undefined);
    this.from = offers.map(() => 0);
  }

  isEligible(group: number, offer: number): boolean {
    const { subjects, places, times } = this.instance.groups[group]!;
    const { subject, place, time } = this.instance.offers[offer]!;
    return (
      this.instance.subjectSets[subjects]![subject]! &&
      this.instance.placeSets[places]![place]! &&
      this.instance.timeSets[times]![time]!
    );
  }

  eligibleFor(offer: number): Int32Array {
    const known = this.eligible[offer];
    if (known) return known;
    const found = Int32Array.from(
      this.instance.groups.map((_, group) => group).filter((group) => this.isEligible(group, offer)),
    );
    this.eligible[offer] = found;
    return found;
  }

  /** Opens so many seats and fills them as far as can be; returns how many more women sit than before. */
  open(offer: number, seats: number): number {
    this.seats[offer]! += seats;
    return this.fill(offer, seats, undefined);
  }

  /** How many more women would sit, without opening it. */
  gain(offer: number, seats: number): number {
    const undo: Undo[] = [];
    const before = this.from.slice();
    this.seats[offer]! += seats;
    const gained = this.fill(offer, seats, undo);
    this.seats[offer]! -= seats;
    for (const { group, from, to, women } of undo.reverse()) this.move(group, to, from, women, undefined);
    before.forEach((place, at) => (this.from[at] = place));
    return gained;
  }

  private fill(offer: number, most: number, undo: Undo[] | undefined): number {
    let gained = 0;
    while (gained < most) {
      const added = this.augment(offer, most - gained, undo);
      if (added === 0) break;
      gained += added;
    }
    return gained;
  }

  /** Finds the shortest chain of moves that ends with a free woman, and makes it. */
  private augment(target: number, most: number, undo: Undo[] | undefined): number {
    const reachedFrom = new Map<number, { offer: number; group: number } | undefined>([[target, undefined]]);
    const queue = [target];
    for (const offer of queue) {
      const group = this.firstFree(offer);
      if (group >= 0) return this.make(offer, group, most, reachedFrom, undo);
      for (const [other, sitting] of this.seated.entries()) {
        if (sitting.size === 0 || reachedFrom.has(other)) continue;
        for (const one of sitting.keys())
          if (this.isEligible(one, offer)) {
            reachedFrom.set(other, { offer, group: one });
            queue.push(other);
            break;
          }
      }
    }
    return 0;
  }

  private make(
    last: number,
    free: number,
    most: number,
    reachedFrom: ReadonlyMap<number, { offer: number; group: number } | undefined>,
    undo: Undo[] | undefined,
  ): number {
    let women = Math.min(most, this.free[free]!);
    const moves: { group: number; from: number; to: number }[] = [{ group: free, from: -1, to: last }];
    for (let at = last, step = reachedFrom.get(at); step; at = step.offer, step = reachedFrom.get(at)) {
      women = Math.min(women, this.seated[at]!.get(step.group)!);
      moves.push({ group: step.group, from: at, to: step.offer });
    }
    for (const { group, from, to } of moves) this.move(group, from, to, women, undo);
    return women;
  }

  private firstFree(offer: number): number {
    const groups = this.eligibleFor(offer);
    for (let at = this.from[offer]!; at < groups.length; at += 1)
      if (this.free[groups[at]!]! > 0) {
        this.from[offer] = at;
        return groups[at]!;
      }
    this.from[offer] = groups.length;
    return -1;
  }

  private move(group: number, from: number, to: number, women: number, undo: Undo[] | undefined): void {
    this.leave(group, from, women);
    this.sit(group, to, women);
    undo?.push({ group, from, to, women });
  }

  private leave(group: number, offer: number, women: number): void {
    if (offer < 0) {
      this.free[group]! -= women;
      return;
    }
    const left = this.seated[offer]!.get(group)! - women;
    if (left === 0) this.seated[offer]!.delete(group);
    else this.seated[offer]!.set(group, left);
    this.load[offer]! -= women;
  }

  private sit(group: number, offer: number, women: number): void {
    if (offer < 0) {
      this.free[group]! += women;
      return;
    }
    this.seated[offer]!.set(group, (this.seated[offer]!.get(group) ?? 0) + women);
    this.load[offer]! += women;
  }
}
