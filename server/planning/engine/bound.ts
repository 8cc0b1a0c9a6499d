import { eligibleGroups, type Instance } from './instance';

/** Prices are told in so many steps to one woman, so that the best of an offer are found by counting and not by sorting. */
const unit = 32;
/** No price is higher: a woman may be worth more than herself to a batch that would not reach its minimum without her. */
const dearest = 4 * unit;

/** A batch that might be opened, and what it adds at today's prices. */
interface Item {
  readonly offer: number;
  readonly nth: number;
  readonly worth: number;
}

/**
 * A number of women that no plan can exceed: the Lagrangean of the rule that each woman is counted once (Geoffrion 1974).
 * Each group of women gets a price. For any prices, the prices of all women and the worth of the best set of batches, a
 * woman being worth 1 less her price in each of them, are together at least what any plan serves. The prices are moved
 * towards the least such sum: up where a woman is wanted by several batches, down where by none.
 *
 * What is kept is open at any prices, and its minimum is not asked for.
 *
 * @param reached what some plan serves: the bound stops when it comes down to it
 */
export function bound(instance: Instance, reached: number, rounds: number, isTime = () => false): number {
  const { groups, offers } = instance;
  const limits = limitsOf(instance);
  const eligible = eligibleGroups(instance);
  const prices = new Float64Array(groups.length);
  let best = reachable(instance, eligible, limits);
  let [stride, sinceBetter] = [1, 0];
  for (let round = 0; round < rounds && Math.floor(best + 1e-6) > reached && !isTime(); round += 1) {
    const levels = Uint8Array.from(prices, (price) => Math.round(price * unit));
    const taken = new Float64Array(groups.length);
    let value = groups.reduce((sum, { women }, group) => sum + (women * levels[group]!) / unit, 0);
    for (const { offer, batches, least } of bestBatches(instance, eligible, levels, limits)) {
      const worths = new Worths(eligible[offer]!, instance, levels);
      value += worths.take(batches * offers[offer]!.seats, batches * least, taken);
    }
    sinceBetter = value < best * 0.9995 ? 0 : sinceBetter + 1;
    best = Math.min(best, value);
    if (sinceBetter > 6) [stride, sinceBetter] = [stride * 0.6, 0];
    let norm = 0;
    for (const [group, { women }] of groups.entries()) norm += (taken[group]! - women) ** 2 / women;
    if (norm === 0) break;
    const step = (stride * Math.max(1, value - reached)) / norm;
    for (const [group, { women }] of groups.entries()) {
      const price = prices[group]! + (step * (taken[group]! - women)) / women;
      prices[group] = Math.min(dearest / unit, Math.max(0, price));
    }
  }
  return Math.floor(best + 1e-6);
}

/** Women who could sit in any batch at all. */
function reachable({ groups, offers }: Instance, eligible: readonly Int32Array[], limits: Limits): number {
  const isWanted = new Uint8Array(groups.length);
  for (const [offer, list] of eligible.entries())
    if ((offers[offer]!.standing ?? 0) > 0 || limits.ofOffer[offer]! > 0)
      for (const group of list) isWanted[group] = 1;
  return groups.reduce((sum, { women }, group) => sum + (isWanted[group] ? women : 0), 0);
}

interface Limits {
  readonly ofOffer: readonly number[];
  /** By time and subject: how many trainers could hold a batch, over all windows. */
  readonly ofSubject: ReadonlyMap<string, number>;
  readonly ofTime: readonly number[];
}

/** How many batches places and trainers allow at most, told without their clashes in single windows. */
function limitsOf({ offers, windows, placeFree, trainers }: Instance): Limits {
  const ofTime: number[] = [];
  const ofSubject = new Map<string, number>();
  const add = (key: string, count: number) => ofSubject.set(key, (ofSubject.get(key) ?? 0) + count);
  windows.forEach(({ time }, window) => {
    const free = trainers.filter((trainer) => trainer.free[window]);
    const places = placeFree.filter((free) => free[window]).length;
    ofTime[time] = (ofTime[time] ?? 0) + Math.min(free.length, places);
    const subjects = new Set(offers.map(({ subject }) => subject));
    for (const subject of subjects)
      add(`${time} ${subject}`, free.filter(({ teaches }) => teaches[subject]).length);
  });
  const ofOffer = offers.map(({ subject, place, time, isClosed }) =>
    isClosed
      ? 0
      : Math.min(
          windows.filter((window, at) => window.time === time && placeFree[place]![at]).length,
          ofSubject.get(`${time} ${subject}`) ?? 0,
        ),
  );
  return { ofOffer, ofSubject, ofTime };
}

/** The best set of batches at these prices. Its limits lie inside one another, so taking the best first is exact (Edmonds 1971). */
function bestBatches(
  instance: Instance,
  eligible: readonly Int32Array[],
  levels: Uint8Array,
  limits: Limits,
): { offer: number; batches: number; least: number }[] {
  const { offers, budget, minimum, kept = [] } = instance;
  const keptOf = offers.map(() => 0);
  for (const offer of kept) keptOf[offer]! += 1;
  const items: Item[] = [];
  for (const [offer, { seats }] of offers.entries()) {
    const most = seats < minimum ? 0 : Math.min(limits.ofOffer[offer]!, budget);
    const first = keptOf[offer]!;
    if (most <= first) continue;
    const least = first > 0 ? 0 : minimum;
    const worths = new Worths(eligible[offer]!, instance, levels);
    let before = worths.best(first * seats, 0);
    for (let nth = first; nth < most && worths.women >= (nth + 1) * minimum; nth += 1) {
      const all = worths.best((nth + 1) * seats, (nth + 1) * least);
      if (all <= before) break;
      items.push({ offer, nth, worth: all - before });
      before = all;
    }
  }
  items.sort((a, b) => b.worth - a.worth || a.offer - b.offer || a.nth - b.nth);
  const batches = offers.map(({ standing = 0 }) => standing);
  const used = { all: 0, subject: new Map<string, number>(), time: new Map<number, number>() };
  for (const { offer } of [...kept.map((one) => ({ offer: one })), ...items]) {
    if (used.all >= budget) break;
    const { subject, time } = offers[offer]!;
    const key = `${time} ${subject}`;
    const [bySubject, byTime] = [used.subject.get(key) ?? 0, used.time.get(time) ?? 0];
    if (bySubject >= limits.ofSubject.get(key)! || byTime >= limits.ofTime[time]!) continue;
    used.all += 1;
    used.subject.set(key, bySubject + 1);
    used.time.set(time, byTime + 1);
    batches[offer]! += 1;
  }
  return batches.flatMap((count, offer) =>
    count > 0
      ? [{ offer, batches: count, least: offers[offer]!.standing || keptOf[offer]! > 0 ? 0 : minimum }]
      : [],
  );
}

/** What the women of an offer are worth at today's prices, the best first. */
class Worths {
  readonly women: number;
  private readonly counts = new Float64Array(dearest + 1);

  constructor(
    private readonly groups: Int32Array,
    private readonly instance: Instance,
    private readonly levels: Uint8Array,
  ) {
    let women = 0;
    for (const group of groups) {
      this.counts[levels[group]!]! += instance.groups[group]!.women;
      women += instance.groups[group]!.women;
    }
    this.women = women;
  }

  /** The best worth of so many seats, of which some must be filled even by women who cost more than they bring. */
  best(seats: number, least: number): number {
    let [filled, worth] = [0, 0];
    for (let level = 0; level <= dearest && filled < seats; level += 1) {
      const women = Math.min(this.counts[level]!, (level < unit ? seats : least) - filled);
      if (women <= 0) continue;
      worth += (women * (unit - level)) / unit;
      filled += women;
    }
    return worth;
  }

  /** The same, written down for each group, evenly among those of the last price. */
  take(seats: number, least: number, taken: Float64Array): number {
    const shares = new Float64Array(dearest + 1);
    let [filled, worth] = [0, 0];
    for (let level = 0; level <= dearest && filled < seats; level += 1) {
      const women = Math.min(this.counts[level]!, (level < unit ? seats : least) - filled);
      if (women <= 0) continue;
      shares[level] = women / this.counts[level]!;
      worth += (women * (unit - level)) / unit;
      filled += women;
    }
    for (const group of this.groups)
      taken[group]! += shares[this.levels[group]!]! * this.instance.groups[group]!.women;
    return worth;
  }
}
