import { BadInstance } from '../bad-instance';
import { Column } from './column';
import { Counties } from './counties';
import { typeOf } from '../group-types';
import { groups, type BatchRow, type WomanRow } from '../instance';
import { lotteryNumber, rankLottery } from '../lottery';
import { NONE, type Market } from '../market';
import { mostWomen, tiersAwayFromHome } from '../priority';

/** Up to here the product of two counts is exact. */
export const mostSeats = 100_000_000;

/**
 * Turns rows into columns, row by row, and refuses rows that contradict each other. All batches come first, then
 * all women, both in the order of their ids; so a million women can pass through one at a time.
 * Rows must have their form already: `parseInstance` sees to that.
 */
export class Intake {
  private readonly counties = new Counties();
  private readonly batches = new Map<string, number>();
  private readonly batchIds: string[] = [];
  private readonly batchCounty = new Column();
  private readonly capacity = new Column();
  private readonly minimum = new Column();
  private readonly reserves = new Column();

  private readonly womanIds: string[] = [];
  private readonly type = new Column();
  private readonly county = new Column();
  private readonly tiers = new Column();
  private readonly lottery: number[] = []; // NaN where it is to be drawn
  private readonly listStart = new Column();
  private readonly list = new Column();
  private lastToList = new Int32Array(0); // by batch: the last woman who listed it

  constructor(
    private readonly seed: string,
    private readonly coverageCounties: readonly string[],
  ) {}

  enterBatch(row: BatchRow): void {
    const { id, county, capacity, minimum, reserves } = row;
    const refuse = (what: string): never => {
      throw new BadInstance(`batch "${id}": ${what}`);
    };
    const kept = groups.map((group) => reserves[group] ?? 0);
    const allKept = kept.reduce((sum, seats) => sum + seats);
    refuseUnlessAfter(this.batchIds.at(-1), id, refuse);
    if (capacity > mostSeats) refuse(`a capacity of ${capacity} is more than ${mostSeats}`);
    if (capacity < minimum) refuse(`its capacity ${capacity} is below its minimum ${minimum}`);
    if (allKept > capacity) refuse(`its reserves, ${allKept} seats, exceed its capacity ${capacity}`);

    this.batches.set(id, this.batchIds.push(id) - 1);
    this.batchCounty.push(this.counties.numberOf(county));
    this.capacity.push(capacity);
    this.minimum.push(minimum);
    for (const seats of kept) this.reserves.push(seats);
  }

  enterWoman(row: WomanRow): void {
    const { id, county, trained, waiting, lottery } = row;
    const refuse = (what: string): never => {
      throw new BadInstance(`woman "${id}": ${what}`);
    };
    refuseUnlessAfter(this.womanIds.at(-1), id, refuse);
    if (this.womanIds.length === mostWomen) refuse(`a run holds at most ${mostWomen} women`);

    this.enterList(row.list, refuse);
    this.womanIds.push(id);
    this.type.push(typeOf(row.groups));
    this.county.push(this.counties.numberOf(county));
    this.tiers.push(tiersAwayFromHome(trained, waiting));
    this.lottery.push(lottery ?? NaN);
  }

  /** Draws the lottery and hands over the columns. */
  close(): Market {
    const { seed, womanIds, batchIds } = this;
    const lottery = Float64Array.from(this.lottery);
    for (let woman = 0; woman < lottery.length; woman++) {
      if (Number.isNaN(lottery[woman])) lottery[woman] = lotteryNumber(seed, womanIds[woman]!);
    }
    const rank = rankLottery(lottery);
    this.listStart.push(this.list.length);
    return {
      seed,
      womanIds,
      batchIds,
      type: Uint8Array.from(this.type.filled()),
      county: this.county.filled(),
      keyAway: this.tiers.filled().map((tiers, woman) => tiers + rank[woman]!),
      lottery,
      rank,
      pin: new Int32Array(womanIds.length).fill(NONE),
      listStart: Uint32Array.from(this.listStart.filled()),
      list: this.list.filled(),
      batchCounty: this.batchCounty.filled(),
      minimum: this.minimum.filled(),
      capacity: this.capacity.filled(),
      reserves: this.reserves.filled(),
      pinned: new Int32Array(batchIds.length),
      isWaived: new Uint8Array(batchIds.length),
      homeBonus: this.counties.homeBonuses(this.coverageCounties),
    };
  }

  private enterList(list: readonly string[], refuse: (what: string) => never): void {
    const woman = this.womanIds.length;
    if (woman === 0) this.lastToList = new Int32Array(this.batchIds.length).fill(NONE);
    this.listStart.push(this.list.length);
    for (const id of list) {
      const batch = this.batches.get(id) ?? refuse(`her list names the unknown batch "${id}"`);
      if (this.lastToList[batch] === woman) refuse(`her list repeats the batch "${id}"`);
      this.lastToList[batch] = woman;
      this.list.push(batch);
    }
  }
}

function refuseUnlessAfter(previous: string | undefined, id: string, refuse: (what: string) => never): void {
  if (previous === id) refuse('this id is entered twice');
  if (previous !== undefined && previous > id)
    refuse(`it must come before "${previous}", in the order of ids`);
}
