import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { dataSourceFor } from '../../../server/database/data-source';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import { spawnServer } from '../../support/server/spawn-server';
import { restarted } from '../restarted';
import { Crowd } from './crowd';
import { startGalera, whyNoGalera } from './galera';
import { layRows } from './rows';
import { judge } from './verdict';

const women = 2_000;
const batches = 5;
const seats = 60;
const withinMs = 150_000;

/** Of all databases. */
const sum = { tried: 0, lost: 0, doubled: 0, oversold: 0 };

interface Place {
  readonly name: string;
  /** For the servers; may name several hosts. */
  readonly url: string;
  /** A host that is alive at the end. */
  readonly lastUrl: string;
  /** Kills a node of the database in the middle. */
  readonly killNode?: () => void;
}

/**
 * Two server processes, a crowd that wants more seats than there are, and kill -9 in the middle.
 *
 * @returns whether nothing was lost, doubled or oversold.
 */
export async function run(args: readonly string[] = []): Promise<boolean> {
  const wants = (name: string) => args.length === 0 || args.includes(name);
  const passed: boolean[] = [];
  if (wants('mariadb')) passed.push(await onMariadb());
  if (wants('galera')) passed.push(await onGalera());
  const { tried, lost, doubled, oversold } = sum;
  console.log(`drill seats: tried ${tried}, lost ${lost}, doubled ${doubled}, oversold ${oversold}`);
  return passed.length > 0 && passed.every((one) => one);
}

async function onMariadb(): Promise<boolean> {
  const mariadb = await startPrivateMariadb({ durable: true });
  if (!mariadb) return isMissing('MariaDB', 'mariadbd is not installed');
  try {
    await makeSchema(mariadb.url);
    const url = `${mariadb.url}/drill`;
    return await storm({ name: 'mariadb', url, lastUrl: url });
  } finally {
    await mariadb.stop();
  }
}

async function onGalera(): Promise<boolean> {
  const missing = whyNoGalera();
  if (missing) return isMissing('Galera', missing);
  const galera = await startGalera();
  try {
    await makeSchema(`mariadb://root@127.0.0.1:${galera.ports[0]}`);
    return await storm({
      name: 'galera',
      url: `mariadb://${galera.authority}/drill`,
      lastUrl: `mariadb://root@127.0.0.1:${galera.ports[2]}/drill`,
      killNode: () => galera.killNode(0),
    });
  } finally {
    await galera.stop();
  }
}

/** Skipped, but never silently, and never in CI. */
function isMissing(what: string, why: string): boolean {
  process.stderr.write(`\n*** drill seats on ${what} is SKIPPED: ${why}. ***\n\n`);
  return process.env.CI !== 'true';
}

async function makeSchema(url: string): Promise<void> {
  const { hostname, port, username } = new URL(url);
  const connection = await createConnection({ host: hostname, port: Number(port), user: username });
  await connection.query('CREATE DATABASE drill');
  await connection.end();
}

async function storm({ name, url, lastUrl, killNode }: Place): Promise<boolean> {
  const rows = await layRows(url, women, batches, seats);
  const servers = [await spawnServer({ databaseUrl: url }), await spawnServer({ databaseUrl: url })];
  const started = Date.now();
  const crowd = new Crowd(
    servers.map((server) => server.url),
    started + withinMs,
  );
  const killAndRestart = async (which: number) => {
    const { url: at } = servers[which]!;
    await servers[which]!.kill('SIGKILL');
    servers[which] = await restarted(url, new URL(at).port);
    console.log(`${name}: server ${which + 1} killed and restarted, ${crowd.answered} women answered by now`);
  };
  try {
    const coming = crowd.come(rows.women);
    const kills = async () => {
      await until(crowd, women * 0.15);
      await killAndRestart(0);
      await until(crowd, women * 0.4);
      if (killNode) {
        killNode();
        console.log(
          `${name}: the node that took the writes was killed, ${crowd.answered} women answered by then`,
        );
      }
      await until(crowd, women * 0.6);
      await killAndRestart(1);
    };
    const [told] = await Promise.all([coming, kills()]);
    const seconds = (Date.now() - started) / 1000;
    // A clockwork's turn may still be under way.
    await pause(500);
    const dataSource = await dataSourceFor(lastUrl).initialize();
    const { lost, doubled, oversold, held } = await judge(dataSource, told, seats).finally(() =>
      dataSource.destroy(),
    );
    const unanswered = women - told.length;
    console.log(`${name}: ${crowd.sent} requests in ${seconds.toFixed(1)} s, seats held ${held.join(' ')}`);
    for (const refusal of new Set(crowd.refused)) console.log(`${name}: refused ${refusal}`);
    if (unanswered > 0) console.log(`${name}: ${unanswered} women were not answered in time`);
    console.log(
      `drill seats ${name}: tried ${women}, lost ${lost}, doubled ${doubled}, oversold ${oversold}`,
    );
    sum.tried += women;
    sum.lost += lost;
    sum.doubled += doubled;
    sum.oversold += oversold;
    return lost + doubled + oversold + unanswered === 0 && held.every((one) => one === seats);
  } finally {
    await Promise.all(servers.map((server) => server.kill('SIGKILL')));
  }
}

async function until(crowd: Crowd, answered: number): Promise<void> {
  for (const end = Date.now() + withinMs; crowd.answered < answered && Date.now() < end;) await pause(20);
}
