import type { Instance } from './instance';
import { Seating } from './seating';

/** Prices are told in so many steps, so that the best women of an offer are found by counting and not by sorting. */
const steps = 64;

/** A batch that might be opened, and what its women are worth at today's prices. */
interface Item {
  readonly offer: number;
  readonly nth: number;
  readonly worth: number;
}

/**
 * A number of women that no plan can exceed: the Lagrangean of the rule that each woman is counted once (Geoffrion 1974).
 * Each group of women gets a price between 0 and 1. For any prices, the prices of all women and the worth of the best set of
 * batches, a woman being worth 1 less her price in each of them, are together at least what any plan serves. The prices are
 * moved towards the least such sum: up where a woman is wanted by several batches, down where by none.
 *
 * @param reached what some plan serves: the bound stops when it comes down to it
 */
export function bound(instance: Instance, reached: number, rounds: number, isTime = () => false): number {
  const seating = new Seating(instance);
  const { groups, offers } = instance;
  const limits = limitsOf(instance);
  const eligible = offers.map((_, offer) => seating.eligibleFor(offer));
  const prices = new Float64Array(groups.length);
  const isWanted = new Uint8Array(groups.length);
  for (const [offer, list] of eligible.entries())
    if ((offers[offer]!.standing ?? 0) > 0 || limits.ofOffer[offer]! > 0)
      for (const group of list) isWanted[group] = 1;
  let best = groups.reduce((sum, { women }, group) => sum + (isWanted[group] ? women : 0), 0);
  let stride = 1;
  let sinceBetter = 0;
  for (let round = 0; round < rounds && Math.floor(best + 1e-6) > reached && !isTime(); round += 1) {
    const levels = Uint8Array.from(prices, (price) => Math.round(price * steps));
    const taken = new Float64Array(groups.length);
    let value = groups.reduce((sum, { women }, group) => sum + (women * levels[group]!) / steps, 0);
    for (const { offer, batches } of bestBatches(instance, eligible, levels, limits)) {
      const seats = batches * offers[offer]!.seats;
      value += take(eligible[offer]!, instance, levels, seats, taken);
    }
    if (value < best - 1e-9) {
      sinceBetter = value < best * 0.9995 ? 0 : sinceBetter + 1;
      best = value;
    } else sinceBetter += 1;
    if (sinceBetter > 6) [stride, sinceBetter] = [stride * 0.6, 0];
    let norm = 0;
    for (const [group, { women }] of groups.entries()) norm += (taken[group]! - women) ** 2 / women;
    if (norm === 0) break;
    const step = (stride * Math.max(1, value - reached)) / norm;
    for (const [group, { women }] of groups.entries())
      prices[group] = Math.min(1, Math.max(0, prices[group]! + (step * (taken[group]! - women)) / women));
  }
  return Math.floor(best + 1e-6);
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
): { offer: number; batches: number }[] {
  const { offers, budget } = instance;
  const items: Item[] = [];
  for (const [offer, { seats }] of offers.entries()) {
    const most = Math.min(limits.ofOffer[offer]!, budget);
    if (most === 0) continue;
    const counts = countByLevel(eligible[offer]!, instance, levels);
    let level = 0;
    for (let nth = 0; nth < most; nth += 1) {
      let [left, worth] = [seats, 0];
      while (left > 0 && level < steps) {
        const women = Math.min(left, counts[level]!);
        worth += (women * (steps - level)) / steps;
        counts[level]! -= women;
        left -= women;
        if (left > 0) level += 1;
      }
      if (worth === 0) break;
      items.push({ offer, nth, worth });
    }
  }
  items.sort((a, b) => b.worth - a.worth || a.offer - b.offer || a.nth - b.nth);
  const batches = offers.map(({ standing = 0 }) => standing);
  const used = { all: 0, subject: new Map<string, number>(), time: new Map<number, number>() };
  for (const { offer } of items) {
    if (used.all === budget) break;
    const { subject, time } = offers[offer]!;
    const key = `${time} ${subject}`;
    const [bySubject, byTime] = [used.subject.get(key) ?? 0, used.time.get(time) ?? 0];
    if (bySubject >= limits.ofSubject.get(key)! || byTime >= limits.ofTime[time]!) continue;
    used.all += 1;
    used.subject.set(key, bySubject + 1);
    used.time.set(time, byTime + 1);
    batches[offer]! += 1;
  }
  return batches.flatMap((count, offer) => (count > 0 ? [{ offer, batches: count }] : []));
}

function countByLevel(groups: Int32Array, { groups: all }: Instance, levels: Uint8Array): Float64Array {
  const counts = new Float64Array(steps + 1);
  for (const group of groups) counts[levels[group]!]! += all[group]!.women;
  return counts;
}

/** Fills so many seats with the cheapest women, evenly among those of the last price, and says what they are worth. */
function take(
  groups: Int32Array,
  instance: Instance,
  levels: Uint8Array,
  seats: number,
  taken: Float64Array,
): number {
  const counts = countByLevel(groups, instance, levels);
  const shares = new Float64Array(steps + 1);
  let [left, worth] = [seats, 0];
  for (let level = 0; level < steps && left > 0; level += 1) {
    const women = Math.min(left, counts[level]!);
    if (counts[level]! > 0) shares[level] = women / counts[level]!;
    worth += (women * (steps - level)) / steps;
    left -= women;
  }
  for (const group of groups) taken[group]! += shares[levels[group]!]! * instance.groups[group]!.women;
  return worth;
}
