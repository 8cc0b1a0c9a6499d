import { existsSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';

const [name, ...args] = process.argv.slice(2);
ensureBuilt(['server']);
const bench = new URL(`../dist/test/bench/${name}/index.js`, import.meta.url);
if (!name || !/^[a-z-]+$/.test(name) || !existsSync(bench)) {
  process.stderr.write('Which benchmark? `npm run bench -- assign`\n');
  process.exit(2);
}
const { run } = await import(bench.href);
process.exit((await run(args)) ? 0 : 1);
