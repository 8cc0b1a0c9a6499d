import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';

const library = '/usr/lib/galera/libgalera_smm.so';
const syncedWithinMs = 60_000;
const size = 3;

/** Three nodes of one Galera cluster on loopback, everything inside one temporary folder. */
export interface Galera {
  /** `root@127.0.0.1:P1,127.0.0.1:P2,127.0.0.1:P3`, without scheme and database. */
  readonly authority: string;
  readonly ports: readonly number[];
  killNode(node: number): void;
  stop(): Promise<void>;
}

/** Why no cluster can be started here; undefined when it can. */
export function whyNoGalera(): string | undefined {
  if (!existsSync(library)) return `${library} is missing (apt-get install galera-4)`;
  if (spawnSync('rsync', ['--version']).status !== 0) return 'rsync is missing (apt-get install rsync)';
  return undefined;
}

export async function startGalera(): Promise<Galera> {
  const folder = mkdtempSync(join(tmpdir(), 'galera-'));
  if (owner() !== userInfo().username) spawnSync('chown', [owner(), folder]);
  // For each node: SQL, group, increments, whole state.
  const free = await freePorts(size * 4);
  const portsOf = (node: number) => free.slice(node * 4, node * 4 + 4) as [number, number, number, number];
  const members = Array.from({ length: size }, (_, node) => `127.0.0.1:${portsOf(node)[1]}`).join(',');
  const nodes: ChildProcess[] = [];
  const leaveNothing = () => {
    for (const node of nodes) node.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', leaveNothing);
  const stop = async () => {
    process.off('exit', leaveNothing);
    const running = nodes.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ends = running.map((node) => new Promise((end) => node.once('exit', end)));
    for (const node of nodes) node.kill('SIGKILL');
    await Promise.all(ends);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let node = 0; node < size; node += 1) {
      const log = join(folder, `log-${node}`);
      nodes.push(startNode(folder, node, portsOf(node), members, log));
      await isSynced(portsOf(node)[0], node + 1, () => readFileSync(log, 'utf8').slice(-2000));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  const ports = Array.from({ length: size }, (_, node) => portsOf(node)[0]);
  return {
    ports,
    authority: `root@${ports.map((port) => `127.0.0.1:${port}`).join(',')}`,
    killNode: (node) => void nodes[node]!.kill('SIGKILL'),
    stop,
  };
}

/** The state transfer's script refuses to work for root. */
function owner(): string {
  const { username } = userInfo();
  return username === 'root' ? 'mysql' : username;
}

function startNode(
  folder: string,
  node: number,
  [sql, group, increments, state]: [number, number, number, number],
  members: string,
  logFile: string,
): ChildProcess {
  const user = `--user=${owner()}`;
  const data = `--datadir=${join(folder, `data-${node}`)}`;
  const log = openSync(logFile, 'a');
  spawnSync(
    'mariadb-install-db',
    ['--no-defaults', data, user, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: ['ignore', log, log] },
  );
  const options = [
    `gmcast.listen_addr=tcp://127.0.0.1:${group}`,
    `ist.recv_addr=127.0.0.1:${increments}`,
    ...[
      'gcache.size=64M',
      'evs.keepalive_period=PT0.5S',
      'evs.suspect_timeout=PT2S',
      'evs.inactive_timeout=PT8S',
    ],
    ...['evs.inactive_check_period=PT0.5S', 'evs.install_timeout=PT5S'],
  ].join(';');
  return spawn(
    '/usr/sbin/mariadbd',
    [
      ...['--no-defaults', user, data, `--port=${sql}`, '--bind-address=127.0.0.1', '--skip-name-resolve'],
      ...[`--socket=${join(folder, `socket-${node}`)}`, `--pid-file=${join(folder, `pid-${node}`)}`],
      ...['--character-set-server=utf8mb4', '--collation-server=utf8mb4_uca1400_ai_ci'],
      ...['--innodb-buffer-pool-size=64M', '--innodb-log-file-size=32M', '--max-connections=200'],
      ...['--binlog-format=ROW', '--innodb-autoinc-lock-mode=2', '--innodb-flush-log-at-trx-commit=1'],
      ...['--wsrep-on=ON', `--wsrep-provider=${library}`, '--wsrep-cluster-name=drill'],
      ...[
        `--wsrep-node-name=n${node}`,
        '--wsrep-node-address=127.0.0.1',
        `--wsrep-cluster-address=gcomm://${members}`,
      ],
      ...['--wsrep-sst-method=rsync', `--wsrep-sst-receive-address=127.0.0.1:${state}`],
      ...['--wsrep-slave-threads=2', `--wsrep-provider-options=${options}`],
      ...(node === 0 ? ['--wsrep-new-cluster'] : []),
    ],
    { stdio: ['ignore', log, log] },
  );
}

async function isSynced(port: number, members: number, said: () => string): Promise<void> {
  for (const end = Date.now() + syncedWithinMs; Date.now() < end; await pause(200)) {
    try {
      const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
      const [rows] = await connection.query<RowDataPacket[]>(
        "SHOW STATUS WHERE Variable_name IN ('wsrep_local_state_comment', 'wsrep_cluster_size')",
      );
      await connection.end();
      const values = rows.map((row) => String(row.Value));
      if (values.includes('Synced') && values.includes(String(members))) return;
    } catch {
      // Not listening yet.
    }
  }
  throw new Error(`Galera node on ${port} was not ready in time. It printed:\n${said()}`);
}

/** All held at once, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer();
      await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
      return probe;
    }),
  );
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
