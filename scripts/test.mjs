import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'jinguo-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs one check and counts it; its output is shown only when it fails. */
function check(name, run) {
  const started = Date.now();
  let trouble;
  try {
    run();
  } catch (error) {
    trouble = error;
  }
  totals[trouble ? 'failed' : 'passed'] += 1;
  process.stdout.write(
    `${trouble ? 'FAIL' : 'ok  '} ${name} (${Math.round((Date.now() - started) / 1000)} s)\n`,
  );
  if (trouble) process.stdout.write(`${trouble.message}\n`);
}

function command(...words) {
  const { status, stdout, stderr } = spawnSync(words[0], words.slice(1), {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${words.join(' ')}\n${stdout}\n${stderr}`);
}

/** Fails when what is committed is not what the code gives. */
function sameAs(committed, generate) {
  const fresh = join(scratch, committed.replaceAll('/', '-'));
  generate(fresh);
  if (readFileSync(fresh, 'utf8') !== readFileSync(join(root, committed), 'utf8')) {
    throw new Error(`${committed} does not match the code any more: run \`npm run generate\` and commit it`);
  }
}

/** All specs, on both databases, on both builds; Jest prints as it goes, and counts for us. */
function specs() {
  const results = join(scratch, 'jest.json');
  const words = ['jest', '-c', 'config/jest.config.js', '--maxWorkers=100%', '--silent=false'];
  spawnSync('npx', [...words, '--json', '--outputFile', results], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  totals.passed += numPassedTests;
  totals.skipped += numPendingTests;
  // A spec file that cannot even be read has no tests to fail.
  totals.failed +=
    numFailedTests +
    testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
      .length;
}

try {
  check('lint', () => command('npx', 'eslint', '.'));
  check('format', () => command('npx', 'prettier', '--check', '.'));
  for (const part of ['server', 'miniapp', 'test'])
    check(`types of ${part}`, () => command('npx', 'tsc', '-p', part, '--noEmit'));
  for (const build of ['server', 'weapp', 'h5']) check(`build of ${build}`, () => ensureBuilt([build]));
  check('size of the WeChat build', () => command(process.execPath, 'scripts/package-size.mjs'));
  check('openapi.json is what the code says', () =>
    sameAs('openapi.json', (file) => command(process.execPath, 'dist/server/http/write-openapi.js', file)),
  );
  check("the mini-program's types are what openapi.json says", () =>
    sameAs('miniapp/api/schema.ts', (file) =>
      command('npx', 'openapi-typescript', 'openapi.json', '-o', file),
    ),
  );
  specs();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);
