import { keyOf, NONE, type Market } from '../market';
import { typeCount } from '../group-types';
import { Seats } from './seats';

/** A match under way: where everyone sits, how far down her list each woman has asked, what has closed. */
export class Run {
  /** The batch each woman holds, or NONE. A pin counts as held until its batch closes. */
  readonly holds: Int32Array;
  readonly seats: Seats;
  /** 1 where a batch has closed; `had` is then what it had. */
  readonly isClosed: Uint8Array;
  readonly had: Int32Array;
  /** In the order of closing. */
  readonly closed: number[] = [];
  /** Where on the list the next question goes. */
  private readonly next: Uint32Array;

  constructor(readonly market: Market) {
    this.holds = market.pin.slice();
    this.seats = new Seats(market);
    this.isClosed = new Uint8Array(market.batchIds.length);
    this.had = new Int32Array(market.batchIds.length);
    this.next = market.listStart.slice(0, market.womanIds.length);
  }

  /** Women sitting in the batch, pinned ones too. */
  filled(batch: number): number {
    return this.market.pinned[batch]! + this.seats.taken[batch]!;
  }

  /**
   * She asks down her list until a batch holds her; whoever must stand up for her asks on in turn.
   *
   * Deferred acceptance (Gale & Shapley 1962): when nobody asks any more, no woman wants a batch that would take
   * her, and of all outcomes with that property each woman has her best. With substitutable choice the order of
   * asking does not matter (Hatfield & Milgrom 2005), so one woman after the other is as good as rounds.
   */
  ask(woman: number): void {
    let asking = woman;
    while (asking !== NONE) {
      const batch = this.nextNotRefusing(asking);
      if (batch === NONE) return;
      const standing = this.seats.seat(asking, batch, keyOf(this.market, asking, batch));
      if (standing === asking) continue;
      this.holds[asking] = batch;
      if (standing !== NONE) this.holds[standing] = NONE;
      asking = standing;
    }
  }

  /** Goes down her list to the next batch that does not refuse her at once, or NONE. */
  private nextNotRefusing(woman: number): number {
    const { list, listStart, batchCounty } = this.market;
    const { refusedBelow } = this.seats;
    const type = this.market.type[woman]!;
    const county = this.market.county[woman]!;
    const keyAway = this.market.keyAway[woman]!;
    const keyAtHome = keyAway + this.market.homeBonus[county]!;
    const end = listStart[woman + 1]!;
    for (let at = this.next[woman]!; at < end; at++) {
      const batch = list[at]!;
      if (batch < 0) continue; // barred
      const key = batchCounty[batch] === county ? keyAtHome : keyAway;
      if (key < refusedBelow[batch * typeCount + type]!) continue;
      this.next[woman] = at + 1;
      return batch;
    }
    this.next[woman] = end;
    return NONE;
  }

  /** Every woman who holds nothing asks; who holds a pin does not. */
  askAll(): void {
    for (let woman = 0; woman < this.holds.length; woman++) if (this.holds[woman] === NONE) this.ask(woman);
  }
}
