import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/weapp', import.meta.url));
const kilobyte = 1024;
const limits = { main: 1024 * kilobyte, whole: 2048 * kilobyte };

const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'));
const whole = sizeOf(dist);
const parts = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => [root, sizeOf(join(dist, root))]);
const main = whole - parts.reduce((sum, [, size]) => sum + size, 0);
const say = (name, size, limit) =>
  process.stdout.write(
    `${name}: ${Math.ceil(size / kilobyte)} KB${limit ? ` (at most ${limit / kilobyte} KB)` : ''}\n`,
  );

say('main package', main, limits.main);
for (const [name, size] of parts) say(`subpackage ${name}`, size);
say('whole mini-program', whole, limits.whole);
if (main > limits.main || whole > limits.whole) {
  process.stderr.write('The mini-program is too large for an old phone on a weak signal.\n');
  process.exit(1);
}

function sizeOf(path) {
  const stat = statSync(path);
  return stat.isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : stat.size;
}
