import { existsSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';

const [name, ...args] = process.argv.slice(2);
ensureBuilt(['server']);
const drill = new URL(`../dist/test/drill/${name}/index.js`, import.meta.url);
if (!name || !/^[a-z-]+$/.test(name) || !existsSync(drill)) {
  process.stderr.write('Which drill? `npm run drill -- seats`\n');
  process.exit(2);
}
const { run } = await import(drill.href);
process.exit((await run(args)) ? 0 : 1);
