import type { Instance } from './instance';
import { Pairs } from './pairs';

/**
 * Seats as many women as the opened batches can hold, each woman once: a largest flow from women to seats, kept largest as
 * batches are opened and closed. A woman moves to another batch when that makes room for one more, so no seat that can be
 * filled stays empty; but she leaves none that needs her for its minimum (Ford and Fulkerson 1956).
 */
export class Seating {
  served = 0;
  /** Of each group, the women without a seat. */
  readonly free: Int32Array;
  /** Of each offer, the women who sit in it, and how many batches of it were opened beside those that stand. */
  readonly load: Int32Array;
  readonly batches: Int32Array;
  readonly pairs: Pairs;
  /** Of each pair, how many sit so. */
  readonly sitting: Int32Array;
  private readonly kept: Int32Array;
  /** What was done: a pair with the women who sat down, or `-1 - offer` with the batches that were opened. */
  private journal: number[] = [];
  /** By which pairs a search reached an offer: the one a woman would leave or take here, and the one at the other end. */
  private readonly here: Int32Array;
  private readonly there: Int32Array;
  private readonly reachedIn: Int32Array;
  private readonly askedIn: Int32Array;
  private search = 0;
  private readonly wanted: Uint8Array;
  private wantedAsOf = -1;
  private changes = 0;

  constructor(private readonly instance: Instance) {
    const { groups, offers } = instance;
    this.pairs = new Pairs(instance);
    this.free = Int32Array.from(groups, ({ women }) => women);
    this.sitting = new Int32Array(this.pairs.groupOf.length);
    this.askedIn = new Int32Array(groups.length);
    const ofOffers = () => new Int32Array(offers.length);
    [this.load, this.batches, this.kept] = [ofOffers(), ofOffers(), ofOffers()];
    [this.here, this.there, this.reachedIn] = [ofOffers(), ofOffers(), ofOffers()];
    this.wanted = new Uint8Array(offers.length);
    offers.forEach(({ standing = 0 }, offer) => standing > 0 && this.fill(offer));
  }

  /** Opens a batch that is held with however few women, as long as no other of its offer is opened beside. */
  keep(offer: number): void {
    this.kept[offer]! += 1;
    this.open(offer);
  }

  /**
   * Opens one more batch and fills it: first with women who have no seat, and up to its minimum with those whom others can
   * spare. Gives back whether it reaches its minimum.
   */
  open(offer: number): boolean {
    this.count(offer, 1);
    const before = this.served;
    this.fill(offer);
    if (this.served > before) while (this.load[offer]! < this.leastOf(offer) && this.call(offer, true));
    return this.load[offer]! >= this.leastOf(offer);
  }

  /** Closes one batch; whoever loses her seat gets another where there is one. */
  close(offer: number): void {
    this.count(offer, -1);
    const { first, groupOf } = this.pairs;
    const without: number[] = [];
    for (let pair = first[offer]!; this.load[offer]! > this.seatsOf(offer); pair += 1) {
      const women = Math.min(this.sitting[pair]!, this.load[offer]! - this.seatsOf(offer));
      if (women === 0) continue;
      this.sit(pair, -women);
      without.push(groupOf[pair]!);
    }
    for (const group of without) while (this.free[group]! > 0 && this.send(group));
  }

  /** Whether one more batch could have its minimum from women without a seat and those whom others can spare at once. */
  hasMinimum(offer: number): boolean {
    const { groupOf, offerOf, first, ofGroup } = this.pairs;
    const { free, sitting, reachedIn, here: spare } = this;
    const least = (this.batches[offer]! + 1) * this.instance.minimum;
    this.search += 1;
    let women = 0;
    for (let pair = first[offer]!; pair < first[offer + 1]! && women < least; pair += 1) {
      women += free[groupOf[pair]!]! + sitting[pair]!;
      for (const other of ofGroup[groupOf[pair]!]!) {
        const from = offerOf[other]!;
        if (sitting[other] === 0 || from === offer) continue;
        if (reachedIn[from] !== this.search) spare[from] = this.load[from]! - this.leastOf(from);
        reachedIn[from] = this.search;
        const spared = Math.min(spare[from]!, sitting[other]!);
        spare[from]! -= spared;
        women += spared;
      }
    }
    return women >= least;
  }

  /** Whether one more seat in this offer would be filled by one who has none yet, others moving on where that helps. */
  isWanted(offer: number): boolean {
    if (this.wantedAsOf !== this.changes) this.seekWanted();
    return this.wanted[offer] === 1;
  }

  private seekWanted(): void {
    const { groupOf, offerOf, first, ofGroup } = this.pairs;
    const { free, sitting, wanted } = this;
    this.wantedAsOf = this.changes;
    wanted.fill(0);
    const isCalled = Uint8Array.from(free, (women) => (women > 0 ? 1 : 0));
    const queue = [...isCalled.keys()].filter((group) => isCalled[group] === 1);
    for (const group of queue)
      for (const pair of ofGroup[group]!) {
        const offer = offerOf[pair]!;
        if (wanted[offer] === 1) continue;
        wanted[offer] = 1;
        if (this.load[offer] === 0) continue;
        for (let other = first[offer]!; other < first[offer + 1]!; other += 1)
          if (sitting[other]! > 0 && isCalled[groupOf[other]!] === 0) {
            isCalled[groupOf[other]!] = 1;
            queue.push(groupOf[other]!);
          }
      }
  }

  /** How far things have been done: what is done from here on can be taken back. */
  get step(): number {
    return this.journal.length;
  }

  takeBack(step: number): void {
    while (this.journal.length > step) {
      const count = this.journal.pop()!;
      const what = this.journal.pop()!;
      if (what < 0) this.batches[-1 - what]! -= count;
      else this.move(what, -count);
    }
  }

  /** Nothing done so far will be taken back. */
  forget(): void {
    this.journal = [];
  }

  private seatsOf(offer: number): number {
    const { seats, standing = 0 } = this.instance.offers[offer]!;
    return seats * (standing + this.batches[offer]!);
  }

  private leastOf(offer: number): number {
    return this.batches[offer]! > this.kept[offer]! ? this.batches[offer]! * this.instance.minimum : 0;
  }

  private fill(offer: number): void {
    while (this.call(offer, false));
  }

  /**
   * Makes the shortest chain of moves into an offer that begins with women who have no seat, or where it may, with one whom
   * her batch can spare.
   */
  private call(target: number, maySpare: boolean): boolean {
    const { groupOf, offerOf, first, ofGroup } = this.pairs;
    const { free, sitting, reachedIn, askedIn, here, there } = this;
    if (this.load[target]! >= this.seatsOf(target)) return false;
    this.search += 1;
    reachedIn[target] = this.search;
    here[target] = -1;
    const queue = [target];
    for (const offer of queue)
      for (let pair = first[offer]!; pair < first[offer + 1]!; pair += 1) {
        const group = groupOf[pair]!;
        if (askedIn[group] === this.search) continue;
        askedIn[group] = this.search;
        if (free[group]! > 0) return this.draw(pair);
        for (const other of ofGroup[group]!) {
          const from = offerOf[other]!;
          if (sitting[other] === 0 || reachedIn[from] === this.search) continue;
          reachedIn[from] = this.search;
          [here[from], there[from]] = [other, pair];
          if (maySpare && this.load[from]! > this.leastOf(from)) {
            this.sit(other, -1);
            return this.draw(pair);
          }
          queue.push(from);
        }
      }
    return false;
  }

  /** Follows the chain from its beginning: its women sit down, and each who rises for them goes on to where she was called. */
  private draw(pair: number): boolean {
    const { groupOf, offerOf } = this.pairs;
    const { here, there, sitting } = this;
    let women = this.free[groupOf[pair]!]!;
    let last = offerOf[pair]!;
    for (; here[last]! >= 0; last = offerOf[there[last]!]!) women = Math.min(women, sitting[here[last]!]!);
    women = Math.min(women, this.seatsOf(last) - this.load[last]!);
    this.sit(pair, women);
    for (let offer = offerOf[pair]!; here[offer]! >= 0; offer = offerOf[there[offer]!]!) {
      this.sit(here[offer]!, -women);
      this.sit(there[offer]!, women);
    }
    return true;
  }

  /** Makes the shortest chain of moves that begins with women of this group and ends in a seat that is empty. */
  private send(group: number): boolean {
    const { groupOf, offerOf, first, ofGroup } = this.pairs;
    const { sitting, reachedIn, here, there } = this;
    this.search += 1;
    const queue: number[] = [];
    const reach = (one: number, from: number): number => {
      for (const pair of ofGroup[one]!) {
        const offer = offerOf[pair]!;
        if (reachedIn[offer] === this.search || this.seatsOf(offer) === 0) continue;
        reachedIn[offer] = this.search;
        [here[offer], there[offer]] = [pair, from];
        if (this.load[offer]! < this.seatsOf(offer)) return offer;
        queue.push(offer);
      }
      return -1;
    };
    let last = reach(group, -1);
    for (let at = 0; last < 0 && at < queue.length; at += 1)
      for (let pair = first[queue[at]!]!; last < 0 && pair < first[queue[at]! + 1]!; pair += 1)
        if (sitting[pair]! > 0) last = reach(groupOf[pair]!, pair);
    if (last < 0) return false;
    let women = Math.min(this.free[group]!, this.seatsOf(last) - this.load[last]!);
    for (let from = there[last]!; from >= 0; from = there[offerOf[from]!]!)
      women = Math.min(women, sitting[from]!);
    for (let offer = last, from = there[last]!; ; offer = offerOf[from]!, from = there[offer]!) {
      this.sit(here[offer]!, women);
      if (from < 0) return true;
      this.sit(from, -women);
    }
  }

  private count(offer: number, batches: number): void {
    this.batches[offer]! += batches;
    this.journal.push(-1 - offer, batches);
  }

  private sit(pair: number, women: number): void {
    this.move(pair, women);
    this.journal.push(pair, women);
  }

  private move(pair: number, women: number): void {
    this.sitting[pair]! += women;
    this.load[this.pairs.offerOf[pair]!]! += women;
    this.free[this.pairs.groupOf[pair]!]! -= women;
    this.served += women;
    this.changes += 1;
  }
}
