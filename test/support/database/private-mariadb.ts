import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

/** A running MariaDB of our own; its root needs no password and it listens on loopback only. */
export interface PrivateMariadb {
  /** `mariadb://root@127.0.0.1:PORT`, without a database. */
  readonly url: string;
  /** Ends the server and removes everything it wrote. */
  stop(): Promise<void>;
}

const readyWithinMs = 30_000;

/**
 * Starts a MariaDB from nothing: own data, free port, everything inside one temporary folder.
 * Answers `undefined` when MariaDB is not installed.
 *
 * @param durable keep every commit through a kill; without it the disk is not waited for.
 */
export async function startPrivateMariadb({ durable = false } = {}): Promise<PrivateMariadb | undefined> {
  const server = programAt('mariadbd');
  const installer = programAt('mariadb-install-db');
  if (!server || !installer) return undefined;

  const folder = mkdtempSync(join(tmpdir(), 'mariadb-'));
  const user = `--user=${userInfo().username}`;
  const data = `--datadir=${join(folder, 'data')}`;
  const logFile = join(folder, 'log');
  const log = openSync(logFile, 'a');
  const installed = spawnSync(
    installer,
    ['--no-defaults', data, user, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: ['ignore', log, log] },
  );
  if (installed.status !== 0)
    throw new Error(`MariaDB could not lay out its data:\n${readFileSync(logFile, 'utf8')}`);

  const port = await freePort();
  const child = spawn(
    server,
    [
      '--no-defaults',
      user,
      data,
      `--socket=${join(folder, 'socket')}`,
      `--pid-file=${join(folder, 'pid')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_uca1400_ai_ci',
      `--innodb-flush-log-at-trx-commit=${durable ? 1 : 0}`,
      '--innodb-buffer-pool-size=64M',
      '--innodb-log-file-size=16M',
    ],
    { stdio: ['ignore', log, log] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Whoever started it may leave without saying so.
  const leaveNothing = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', leaveNothing);

  const stop = async () => {
    process.off('exit', leaveNothing);
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(port, () => child.exitCode === null && child.signalCode === null);
  } catch (error) {
    const written = readFileSync(logFile, 'utf8');
    await stop();
    throw new Error(`MariaDB did not start:\n${written}`, { cause: error });
  }
  return { url: `mariadb://root@127.0.0.1:${port}`, stop };
}

/** Debian keeps servers in `sbin`, which is not on everybody's PATH. */
function programAt(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function answers(port: number, isAlive: () => boolean): Promise<void> {
  const end = Date.now() + readyWithinMs;
  for (;;) {
    try {
      const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
      await connection.end();
      return;
    } catch (error) {
      if (!isAlive() || Date.now() > end) throw error;
      await pause(50);
    }
  }
}
