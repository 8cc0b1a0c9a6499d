import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scenario } from './made-up-market';
import type { Measured, Step } from './measure-run';
import type { CompletionTimes } from './write-market';

interface Scale {
  readonly name: string;
  readonly women: number;
  readonly scenarios: readonly Scenario[];
  readonly seeds: readonly number[];
  /** Each run is measured this often, always in a new process; of each step the shortest time counts. */
  readonly repeats: number;
  /** The largest matching is looked for as well. */
  readonly isShareWanted: boolean;
  /** Matching and closing take at most this many times JSON.parse of the rows. */
  readonly ratioAim: number;
}

const scales: readonly Scale[] = [
  {
    name: '60k',
    women: 60_000,
    scenarios: ['A', 'B', 'C'],
    seeds: [7, 8, 9],
    repeats: 3,
    isShareWanted: true,
    ratioAim: 0.5,
  },
  {
    name: '1m',
    women: 1_000_000,
    scenarios: ['A'],
    seeds: [7],
    repeats: 1,
    isShareWanted: false,
    ratioAim: 1,
  },
];

/** Women placed after closing, of the most that could be placed with no thought of fairness or minimums. */
const shareAims: Readonly<Record<Scenario, number>> = { A: 0.99, B: 0.94, C: 0.97 };
const memoryAimMb = 600;

interface Market extends Measured {
  readonly scenario: Scenario;
  readonly completion: CompletionTimes;
}

/**
 * Measures the assignment engine on made-up markets; `args` names the scales wanted, all when empty.
 * @returns whether every aim was met.
 */
export async function run(args: readonly string[] = []): Promise<boolean> {
  const lastLines: string[] = [];
  let isMet = true;
  const judge = (line: string, isReached: boolean): void => {
    lastLines.push(isReached ? line : `${line} MISSED`);
    isMet &&= isReached;
  };

  for (const scale of scales) {
    if (args.length > 0 && !args.includes(scale.name)) continue;
    const markets = scale.scenarios.flatMap((scenario) =>
      scale.seeds.map((seed) => measure(scale, scenario, seed)),
    );
    const parsed = total(markets, ({ times }) => times.parse);
    sayTimes(scale, markets, parsed);

    const memory = Math.ceil(Math.max(...markets.map(({ memoryMb }) => memoryMb)));
    judge(`memory assign-${scale.name} ${memory} MB (aim ${memoryAimMb})`, memory <= memoryAimMb);
    const envious = total(markets, (market) => market.envious);
    judge(
      `envy assign-${scale.name} ${envious} (of ${total(markets, ({ pairs }) => pairs)} pairs)`,
      envious === 0,
    );

    const ratio = total(markets, ({ times }) => times.match + times.close) / parsed;
    const what = `matching and closing over JSON.parse of the rows, aim ${scale.ratioAim}`;
    judge(`ratio assign-${scale.name} ${ratio.toFixed(3)} (${what})`, ratio <= scale.ratioAim);

    if (!scale.isShareWanted) continue;
    for (const scenario of scale.scenarios) {
      const its = markets.filter((market) => market.scenario === scenario);
      const share = total(its, ({ placed }) => placed) / total(its, ({ largest }) => largest!);
      const aim = shareAims[scenario];
      judge(
        `share placed-${scenario} ${share.toFixed(4)} (of the largest matching, aim ${aim})`,
        share >= aim,
      );
    }
  }
  // Ratios first, then shares, as the reader of all benchmarks expects them.
  for (const kind of ['memory', 'envy', 'ratio', 'share']) {
    for (const line of lastLines) if (line.startsWith(kind)) console.log(line);
  }
  return isMet;
}

function measure(scale: Scale, scenario: Scenario, seed: number): Market {
  const folder = mkdtempSync(join(tmpdir(), 'assign-'));
  try {
    const file = join(folder, 'rows.ndjson');
    const completion = step<CompletionTimes>('write', file, String(scale.women), scenario, String(seed));
    const measured = step<Measured>('measure', file, ...(scale.isShareWanted ? ['largest'] : []));
    const again = Array.from({ length: scale.repeats - 1 }, () => step<Measured>('measure', file));
    const times = shortest([measured, ...again].map((run) => run.times));
    const { batches, placed, largest, closed, pairs, women } = measured;
    const share = largest === null ? '' : `, ${(placed / largest).toFixed(4)} of the largest matching`;
    console.log(
      `market ${scale.name}-${scenario}-${seed}: ${women} women, ${batches} batches, ${pairs} pairs`,
    );
    console.log(`placed ${scale.name}-${scenario}-${seed}: ${placed}${share}; ${closed} batches closed`);
    return { ...measured, times, scenario, completion };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function shortest(runs: readonly Measured['times'][]): Measured['times'] {
  const steps = Object.keys(runs[0]!) as Step[];
  return Object.fromEntries(
    steps.map((step) => [step, Math.min(...runs.map((times) => times[step]))]),
  ) as Measured['times'];
}

/** Each step in a process of its own: cold code, memory of its own. */
function step<Result>(...args: string[]): Result {
  const output = execFileSync(process.execPath, [join(__dirname, 'one-step.js'), ...args], {
    encoding: 'utf8',
  });
  return JSON.parse(output) as Result;
}

function sayTimes({ name }: Scale, markets: readonly Market[], parsed: number): void {
  const say = (what: string, milliseconds: number): void =>
    console.log(`step ${name} ${what}: ${(milliseconds / parsed).toFixed(3)} × JSON.parse`);
  for (const part of ['marks', 'balance', 'order'] as const) {
    say(
      `completion, ${part}`,
      total(markets, ({ completion }) => completion[part]),
    );
  }
  for (const part of Object.keys(markets[0]!.times) as Step[])
    say(
      part,
      total(markets, ({ times }) => times[part]),
    );
}

function total<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + read(item), 0);
}
