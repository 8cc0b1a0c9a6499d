import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What is built, from which folders, by which command. */
const builds = {
  server: {
    says: 'the server',
    from: ['server', 'config', 'test/support', 'test/bench', 'test/drill', 'nest-cli.json'],
    by: ['build:server'],
  },
  h5: { says: "the mini-program's browser build", from: ['miniapp', 'server', 'config'], by: ['build:h5'] },
  weapp: {
    says: "the mini-program's WeChat build",
    from: ['miniapp', 'server', 'config'],
    by: ['build:weapp'],
  },
};

/** Builds what is missing or older than its sources, and says so. Throws when a build fails. */
export function ensureBuilt(names) {
  for (const name of names) {
    const { says, from, by } = builds[name];
    const stamp = join(root, 'dist', `.built-${name}`);
    const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
    if (newest(from.map((path) => join(root, path))) <= builtAt) continue;
    const started = Date.now();
    process.stderr.write(`Building ${says} …\n`);
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', ...by], {
      cwd: root,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`Building ${says} failed.\n${stdout}\n${stderr}`);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, '');
    process.stderr.write(`Built ${says} in ${Math.round((Date.now() - started) / 1000)} s\n`);
  }
}

function newest(paths) {
  return paths.reduce((latest, path) => {
    if (!existsSync(path)) return latest;
    const stat = statSync(path);
    if (!stat.isDirectory()) return Math.max(latest, stat.mtimeMs);
    return Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))));
  }, 0);
}
