import { closingTurn } from '../lottery';
import { NONE } from '../market';
import { Queue } from './queue';
import type { Run } from './run';

/**
 * Closes batches under their minimum one at a time, the emptiest for its minimum first, and lets their women
 * ask on. Continuing gives the very outcome of starting over without the closed batch, because the order of
 * asking does not matter (McVitie & Wilson 1971); so all closures together cost at most one pass over the lists.
 *
 * Which set of batches to close for the most seats is NP-hard (Biró et al. 2010): one at a time is a rule to
 * publish, not an optimum. While batches close the others only gain women, so one that reached its minimum
 * keeps it, and a number read earlier is never too high.
 */
export function closeBatches(run: Run): void {
  const due = batchesUnderMinimum(run);
  for (let batch = due.take(); batch !== undefined; batch = due.take()) {
    if (run.filled(batch) > run.had[batch]!) due.enter(batch);
    else close(batch, run);
  }
}

function close(batch: number, run: Run): void {
  run.isClosed[batch] = 1;
  run.closed.push(batch);
  const women = run.seats.close(batch);
  if (run.market.pinned[batch]! > 0) women.push(...pinnedTo(batch, run));
  for (const woman of women) run.holds[woman] = NONE;
  for (const woman of women) run.ask(woman);
}

function pinnedTo(batch: number, run: Run): number[] {
  const women: number[] = [];
  run.market.pin.forEach((pin, woman) => {
    if (pin === batch) women.push(woman);
  });
  return women;
}

/** Ordered by the share of the minimum reached, as last read into `run.had`; equal shares by the draw. */
function batchesUnderMinimum(run: Run) {
  const { market, had } = run;
  const { minimum } = market;
  const turn = new Map<number, string>();
  const queue = new Queue((one, other) => {
    const less = had[one]! * minimum[other]! - had[other]! * minimum[one]!;
    return less < 0 || (less === 0 && turn.get(one)! < turn.get(other)!);
  });
  const enter = (batch: number): void => {
    had[batch] = run.filled(batch);
    if (had[batch]! < minimum[batch]!) queue.add(batch);
  };
  market.batchIds.forEach((id, batch) => {
    if (market.isWaived[batch] || run.filled(batch) >= minimum[batch]!) return;
    turn.set(batch, closingTurn(market.seed, id));
    enter(batch);
  });
  return { enter, take: () => queue.take() };
}
