import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';

/** `npm run assign -- instance.json` prints the result as JSON. Bad input: one line on stderr, exit status 2. */
const refuse = (why) => {
  process.stderr.write(`${why.replaceAll('\n', ' ')}\n`);
  process.exit(2);
};

const [path, ...more] = process.argv.slice(2);
if (path === undefined || more.length > 0) refuse('Which instance? `npm run assign -- instance.json`');

const input = readInput(path);
ensureBuilt(['server']);
const engine = createRequire(import.meta.url);
const { assign } = engine('../dist/server/assignment/engine/assign.js');
const { parseInstance } = engine('../dist/server/assignment/engine/parse-instance.js');
const { BadInstance } = engine('../dist/server/assignment/engine/bad-instance.js');
try {
  process.stdout.write(`${JSON.stringify(assign(parseInstance(input)))}\n`);
} catch (error) {
  if (!(error instanceof BadInstance)) throw error;
  refuse(`${path}: ${error.message}`);
}

function readInput(path) {
  try {
    // npm runs scripts in the project's folder; the path is meant from where the reader stands.
    return JSON.parse(
      readFileSync(resolve(process.env.INIT_CWD ?? '.', path), 'utf8').replace(/^\uFEFF/, ''),
    );
  } catch (error) {
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    return refuse(`${path}: ${why}`);
  }
}
