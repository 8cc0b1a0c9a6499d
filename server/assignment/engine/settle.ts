import { closeBatches } from './match/close-batches';
import { findCutoffs } from './match/cutoffs';
import type { Market } from './market';
import { Run } from './match/run';

/** A finished run with the cutoffs that prove it. */
export interface Settlement {
  readonly run: Run;
  /** See `findCutoffs`. */
  readonly cutoffs: Int32Array;
}

/**
 * Matches, closes and prices a run on its columns, without an object per woman: the way in for runs fed from a
 * database. `reasonsFor` then explains one woman at a time.
 */
export function settle(market: Market): Settlement {
  const run = new Run(market);
  run.askAll();
  closeBatches(run);
  return { run, cutoffs: findCutoffs(run) };
}
