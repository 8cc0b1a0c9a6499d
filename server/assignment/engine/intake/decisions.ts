import { BadInstance } from '../bad-instance';
import { groups, type Instance } from '../instance';
import { byId } from '../in-id-order';
import { NONE, type Market } from '../market';

/**
 * Enters what officers decided before the run: pins, bars and waived minimums. A pinned woman's seat is taken
 * off her batch first, so the rest stays an ordinary match and keeps its guarantees.
 */
export function enterDecisions(market: Market, decisions: Pick<Instance, 'pins' | 'bars' | 'waived'>): void {
  for (const pin of decisions.pins ?? []) {
    const where = `pin of woman "${pin.woman}" to batch "${pin.batch}"`;
    const woman = find(market.womanIds, pin.woman, 'woman', where);
    const batch = find(market.batchIds, pin.batch, 'batch', where);
    if (market.pin[woman] !== NONE) throw new BadInstance(`${where}: she is pinned already`);
    market.pin[woman] = batch;
  }
  for (const bar of decisions.bars ?? []) {
    const where = `bar of woman "${bar.woman}" from batch "${bar.batch}"`;
    const woman = find(market.womanIds, bar.woman, 'woman', where);
    const batch = find(market.batchIds, bar.batch, 'batch', where);
    if (market.pin[woman] === batch) throw new BadInstance(`${where}: she is pinned to it`);
    strike(market, woman, batch);
  }
  for (const id of decisions.waived ?? []) {
    market.isWaived[find(market.batchIds, id, 'batch', `waived batch "${id}"`)] = 1;
  }
  seatPinned(market);
}

function strike(market: Market, woman: number, batch: number): void {
  const hers = market.list.subarray(market.listStart[woman], market.listStart[woman + 1]);
  const at = hers.indexOf(batch);
  if (at >= 0) hers[at] = ~batch;
}

/** In the order of the women's ids, so that the order of the pins cannot matter. */
function seatPinned(market: Market): void {
  market.pin.forEach((batch, woman) => {
    if (batch === NONE) return;
    if (market.capacity[batch] === 0) {
      throw new BadInstance(
        `pin of woman "${market.womanIds[woman]}": batch "${market.batchIds[batch]}" has more pins than seats`,
      );
    }
    market.pinned[batch]!++;
    market.capacity[batch]!--;
    const reserves = market.reserves.subarray(batch * groups.length, (batch + 1) * groups.length);
    useUpReserve(reserves, market.type[woman]!);
    shrinkReserves(reserves, market.capacity[batch]!);
  });
}

/** The first reserve, in the order of `groups`, that still has a seat and whose group she is in. */
function useUpReserve(reserves: Int32Array, type: number): void {
  const used = reserves.findIndex((seats, k) => seats > 0 && (type & (1 << k)) !== 0);
  if (used >= 0) reserves[used]!--;
}

/** From the last group backwards, until the reserves fit the seats left. */
function shrinkReserves(reserves: Int32Array, seats: number): void {
  let excess = reserves.reduce((sum, kept) => sum + kept, 0) - seats;
  for (let k = groups.length - 1; excess > 0; k--) {
    const given = Math.min(excess, reserves[k]!);
    reserves[k]! -= given;
    excess -= given;
  }
}

function find(ids: readonly string[], id: string, noun: string, where: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byId(ids[middle]!, id) < 0) low = middle + 1;
    else high = middle;
  }
  if (ids[low] !== id) throw new BadInstance(`${where}: there is no ${noun} "${id}"`);
  return low;
}
