import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { layRows, type DrillWoman } from '../../drill/seats/rows';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import { spawnServer } from '../../support/server/spawn-server';

const women = 2_000;
const batches = 40;
const warmUps = 400;
const asksOfList = 1_600;
const atOnce = 16;
const aims = { enrol: 1.5, list: 1.2 } as const;
/** Linux counts a process's CPU in hundredths of a second. */
const ticksPerSecond = 100;

interface Side {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  readonly women: readonly DrillWoman[];
  stop(): Promise<unknown>;
}

interface Ask {
  readonly method: string;
  readonly path: string;
  readonly token?: string;
}

interface Measured {
  /** Milliseconds of CPU for each request. */
  readonly cpu: number;
  readonly perSecond: number;
}

/**
 * The server against raw Node http and mysql2 with the same statements on the same MariaDB.
 *
 * @returns whether every aim was met.
 */
export async function run(): Promise<boolean> {
  const mariadb = await startPrivateMariadb({ durable: false });
  if (!mariadb) {
    process.stderr.write('*** bench enrol is SKIPPED: MariaDB is not installed. ***\n');
    return process.env.CI !== 'true';
  }
  const sides: Side[] = [];
  try {
    const ours = await ourSide(await laid(mariadb.url, 'ours'));
    sides.push(ours);
    const raw = await rawSide(await laid(mariadb.url, 'raw'));
    sides.push(raw);

    const enrols = ({ women: all }: Side, from: number, to: number): Ask[] =>
      all
        .slice(from, to)
        .map(({ batchId, token }) => ({ method: 'POST', path: `/api/batches/${batchId}/enrolments`, token }));
    const lists = (): Ask[] =>
      Array.from({ length: asksOfList }, () => ({ method: 'GET', path: '/api/batches' }));
    const courses = ({ women: all }: Side): Ask[] =>
      all
        .slice(0, asksOfList)
        .map(({ womanId, token }) => ({ method: 'GET', path: `/api/women/${womanId}/enrolments`, token }));

    for (const side of [ours, raw]) await measure(side, enrols(side, 0, warmUps));
    const middle = (warmUps + women) / 2;
    const met = [
      await compare('enrol', 'sign-ups', ours, raw, [
        (side) => enrols(side, warmUps, middle),
        (side) => enrols(side, middle, women),
      ]),
      await compare('list', 'batches', ours, raw, [lists, lists, lists]),
      await compare('list', 'my courses', ours, raw, [courses, courses, courses]),
    ];
    return met.every((one) => one);
  } finally {
    for (const side of sides) await side.stop();
    await mariadb.stop();
  }
}

/** Rounds in turn, so that neither side alone meets a busy moment; the better one of each counts. */
async function compare(
  kind: keyof typeof aims,
  what: string,
  ours: Side,
  raw: Side,
  rounds: readonly ((side: Side) => Ask[])[],
): Promise<boolean> {
  const best = new Map<Side, Measured>();
  for (const asks of rounds) {
    for (const side of [ours, raw]) {
      const now = await measure(side, asks(side));
      const before = best.get(side);
      if (!before || now.cpu < before.cpu) best.set(side, now);
    }
  }
  const [one, other] = [best.get(ours)!, best.get(raw)!];
  for (const [side, { cpu, perSecond }] of best)
    console.log(
      `${what}, ${side.name}: ${cpu.toFixed(2)} ms CPU a request, ${Math.round(perSecond)} requests/s`,
    );
  const ratio = one.cpu / other.cpu;
  const speed = (one.perSecond / other.perSecond).toFixed(2);
  const isMet = ratio <= aims[kind];
  const words = `${what}: CPU a request over raw Node http + mysql2, aim ${aims[kind]}; ${speed} of its requests/s`;
  console.log(`ratio ${kind} ${ratio.toFixed(2)} (${words})${isMet ? '' : ' MISSED'}`);
  return isMet;
}

async function measure({ url, pid }: Side, asks: readonly Ask[]): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const [cpuBefore, began] = [cpuOf(pid), performance.now()];
  let next = 0;
  const worker = async () => {
    while (next < asks.length) await ask(url, agent, asks[next++]!);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - began) / 1000;
  const cpu = (cpuOf(pid) - cpuBefore) / asks.length;
  agent.destroy();
  return { cpu, perSecond: asks.length / seconds };
}

function ask(url: string, agent: Agent, { method, path, token }: Ask): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(method === 'POST' && { 'content-type': 'application/json', 'content-length': 2 }),
    };
    const asked = request(`${url}${path}`, { method, agent, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${path} answered ${answer.statusCode}: ${body}`));
      });
    });
    asked.once('error', reject);
    asked.end(method === 'POST' ? '{}' : undefined);
  });
}

/** Milliseconds of CPU that the process has used, its own and the kernel's for it. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

interface Laid {
  readonly url: string;
  readonly women: readonly DrillWoman[];
}

async function laid(server: string, name: string): Promise<Laid> {
  const { hostname, port, username } = new URL(server);
  const connection = await createConnection({ host: hostname, port: Number(port), user: username });
  await connection.query(`CREATE DATABASE ${name}`);
  await connection.end();
  const url = `${server}/${name}`;
  return { url, women: (await layRows(url, women, batches, women / batches)).women };
}

async function ourSide({ url, women: hers }: Laid): Promise<Side> {
  const server = await spawnServer({ databaseUrl: url, env: { NODE_OPTIONS: '' } });
  return { name: 'this server', url: server.url, pid: server.pid, women: hers, stop: () => server.stop() };
}

async function rawSide({ url, women: hers }: Laid): Promise<Side> {
  const child = spawn(process.execPath, ['--enable-source-maps', join(__dirname, 'raw-server.js'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const leaveNothing = () => child.kill('SIGKILL');
  process.once('exit', leaveNothing);
  const at = await new Promise<string>((resolve) =>
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim())),
  );
  const stop = async () => {
    process.off('exit', leaveNothing);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    leaveNothing();
    await ended;
  };
  return { name: 'raw Node', url: at, pid: child.pid!, women: hers, stop };
}
