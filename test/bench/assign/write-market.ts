import { closeSync, openSync, writeSync } from 'node:fs';
import type { Choices } from '../../../server/assignment/engine/completion/choices';
import { balanceWeights } from '../../../server/assignment/engine/completion/balance-weights';
import { markOf, orderBlock } from '../../../server/assignment/engine/completion/weighted-order';
import { Column } from '../../../server/assignment/engine/intake/column';
import { makeUpMarket, type MadeUpWoman, type Scenario } from './made-up-market';

/** Milliseconds the completion of lists took, by step. */
export interface CompletionTimes {
  readonly marks: number;
  readonly balance: number;
  readonly order: number;
}

/**
 * Makes up a market, completes its lists with balanced weights, and writes it row by row: the seed and the
 * counties, then batches, then women, each a line of JSON.
 */
export function writeMarket(file: string, count: number, scenario: Scenario, seed: number): CompletionTimes {
  const market = makeUpMarket(count, scenario, seed);
  const rows: MadeUpWoman['row'][] = [];
  const [start, woman, needRank, batch, km] = [
    new Column(),
    new Column(),
    new Column(),
    new Column(),
    new Column(),
  ];
  for (const { row, needs } of market.women()) {
    needs.forEach((eligible, rank) => {
      start.push(batch.length);
      woman.push(rows.length);
      needRank.push(rank);
      for (const pair of eligible) {
        batch.push(pair.batch);
        km.push(pair.km);
      }
    });
    rows.push(row);
  }
  start.push(batch.length);
  const choices: Choices = {
    start: Uint32Array.from(start.filled()),
    woman: woman.filled(),
    needRank: Uint8Array.from(needRank.filled()),
    batch: batch.filled(),
    km: Uint16Array.from(km.filled()),
  };

  const begin = performance.now();
  const marks = {
    women: Uint32Array.from(rows, ({ id }) => markOf(market.seed, id)),
    batches: Uint32Array.from(market.batches, ({ id }) => markOf(market.seed, id)),
  };
  const marked = performance.now();
  const weights = balanceWeights(
    choices,
    Int32Array.from(market.batches, ({ capacity }) => capacity),
  );
  const balanced = performance.now();
  for (let block = 0; block < choices.woman.length; block++) orderBlock(choices, block, weights, marks);
  const ordered = performance.now();

  const lines = new Lines(file);
  lines.add({ seed: market.seed, coverageCounties: market.coverageCounties });
  for (const row of market.batches) lines.add(row);
  let block = 0;
  rows.forEach((row, at) => {
    const first = choices.start[block]!;
    while (choices.woman[block] === at) block++;
    const list = Array.from(
      choices.batch.subarray(first, choices.start[block]),
      (b) => market.batches[b]!.id,
    );
    lines.add({ ...row, list });
  });
  lines.close();
  return { marks: marked - begin, balance: balanced - marked, order: ordered - balanced };
}

class Lines {
  private readonly file: number;
  private text = '';

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  add(row: object): void {
    this.text += `${JSON.stringify(row)}\n`;
    if (this.text.length > 1 << 20) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    writeSync(this.file, this.text);
    this.text = '';
  }
}
