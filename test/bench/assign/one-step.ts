import { measureRun } from './measure-run';
import type { Scenario } from './made-up-market';
import { writeMarket } from './write-market';

/** A process of its own for each step, so that its memory is its own and its code is cold: `write …` or `measure …`. */
const [step, file, ...rest] = process.argv.slice(2);
if (file === undefined) throw new Error('write FILE WOMEN SCENARIO SEED, or measure FILE [largest]');
const result =
  step === 'write'
    ? writeMarket(file, Number(rest[0]), rest[1] as Scenario, Number(rest[2]))
    : measureRun(file, rest[0] === 'largest');
process.stdout.write(JSON.stringify(result));
