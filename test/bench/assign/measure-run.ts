import { closeSync, openSync, readSync } from 'node:fs';
import type { BatchRow, WomanRow } from '../../../server/assignment/engine/instance';
import { Fingerprint } from '../../../server/assignment/engine/intake/fingerprint';
import { Intake } from '../../../server/assignment/engine/intake/intake';
import { NONE } from '../../../server/assignment/engine/market';
import { closeBatches } from '../../../server/assignment/engine/match/close-batches';
import { findCutoffs } from '../../../server/assignment/engine/match/cutoffs';
import { reasonsFor } from '../../../server/assignment/engine/match/reasons';
import { Run } from '../../../server/assignment/engine/match/run';
import { largestMatching } from '../../rules/assignment/reference/largest-matching';
import { countEnvy } from './envy';

/** What one run took and gave. */
export interface Measured {
  /** Milliseconds by step, in the order of the steps. */
  readonly times: Readonly<Record<Step, number>>;
  readonly memoryMb: number;
  readonly women: number;
  readonly batches: number;
  readonly pairs: number;
  readonly placed: number;
  readonly closed: number;
  readonly envious: number;
  /** Null unless asked for. */
  readonly largest: number | null;
}

export type Step =
  'parse' | 'columns' | 'fingerprint' | 'lottery' | 'match' | 'close' | 'cutoffs' | 'reasons';

/** Runs the engine on the rows of a file, as they would come from a database, and times each step. */
export function measureRun(file: string, isLargestWanted: boolean): Measured {
  const times = {
    parse: 0,
    columns: 0,
    fingerprint: 0,
    lottery: 0,
    match: 0,
    close: 0,
    cutoffs: 0,
    reasons: 0,
  };
  const timed = <Value>(step: Step, work: () => Value): Value => {
    const begin = performance.now();
    const value = work();
    times[step] += performance.now() - begin;
    return value;
  };

  let intake: Intake | undefined;
  let print: Fingerprint | undefined;
  for (const lines of readLines(file)) {
    const rows = timed('parse', () => lines.map((line) => JSON.parse(line) as Row));
    if (intake === undefined) {
      const { seed, coverageCounties } = rows.shift() as Header;
      intake = new Intake(seed, coverageCounties);
      print = new Fingerprint(seed, coverageCounties);
    }
    timed('columns', () => {
      for (const row of rows) {
        if ('list' in row) intake!.enterWoman(row);
        else intake!.enterBatch(row as BatchRow);
      }
    });
    timed('fingerprint', () => {
      for (const row of rows) {
        if ('list' in row) print!.addWoman(row);
        else print!.addBatch(row as BatchRow);
      }
    });
  }
  timed('fingerprint', () => print!.close({}));
  const market = timed('lottery', () => intake!.close());
  const run = new Run(market);
  timed('match', () => run.askAll());
  timed('close', () => closeBatches(run));
  const cutoffs = timed('cutoffs', () => findCutoffs(run));
  timed('reasons', () => {
    for (let woman = 0; woman < market.womanIds.length; woman++) reasonsFor(woman, run, cutoffs);
  });
  const memoryMb = process.resourceUsage().maxRSS / 1024;

  const { pairs, envious } = countEnvy(run);
  return {
    times,
    memoryMb,
    women: market.womanIds.length,
    batches: market.batchIds.length,
    pairs,
    placed: run.holds.reduce((sum, batch) => sum + Number(batch !== NONE), 0),
    closed: run.closed.length,
    envious,
    largest: isLargestWanted
      ? largestMatching({ start: market.listStart, list: market.list, capacity: market.capacity }, run.holds)
      : null,
  };
}

type Header = { readonly seed: string; readonly coverageCounties: readonly string[] };
type Row = Header | BatchRow | WomanRow;

/** The lines of a file, some thousands at a time. */
function* readLines(path: string): Generator<string[]> {
  const file = openSync(path, 'r');
  const bytes = Buffer.allocUnsafe(1 << 20);
  let rest = '';
  for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
    const lines = (rest + bytes.toString('latin1', 0, read)).split('\n'); // made-up rows are ASCII
    rest = lines.pop()!;
    yield lines;
  }
  closeSync(file);
}
