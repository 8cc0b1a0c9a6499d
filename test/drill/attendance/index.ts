import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { AttendanceMark } from '../../../server/attendance/mark.entity';
import { dataSourceFor } from '../../../server/database/data-source';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import { spawnServer } from '../../support/server/spawn-server';
import { restarted } from '../restarted';
import { Phones } from './phones';
import { layClasses } from './rows';

const trainers = 200;
const women = 40;
const withinMs = 150_000;

/**
 * Two hundred trainers whose phones have their signal back at once, two server processes, and kill -9 of each in the
 * middle.
 *
 * @returns whether every acknowledged mark is there, once.
 */
export async function run(): Promise<boolean> {
  const mariadb = await startPrivateMariadb({ durable: true });
  if (!mariadb) {
    process.stderr.write('\n*** drill attendance is SKIPPED: mariadbd is not installed. ***\n\n');
    return process.env.CI !== 'true';
  }
  try {
    const { hostname, port, username } = new URL(mariadb.url);
    const connection = await createConnection({ host: hostname, port: Number(port), user: username });
    await connection.query('CREATE DATABASE drill');
    await connection.end();
    return await storm(`${mariadb.url}/drill`);
  } finally {
    await mariadb.stop();
  }
}

async function storm(databaseUrl: string): Promise<boolean> {
  const classes = await layClasses(databaseUrl, trainers, women);
  const servers = [await spawnServer({ databaseUrl }), await spawnServer({ databaseUrl })];
  const began = Date.now();
  const urls = servers.map(({ url }) => url);
  const phones = new Phones(urls, began + withinMs);
  const killAndRestart = async (which: number, at: number) => {
    const enough = trainers * women * at;
    for (; phones.acknowledged.length < enough && Date.now() < began + withinMs;) await pause(10);
    await servers[which]!.kill('SIGKILL');
    console.log(`server ${which + 1} killed, ${phones.acknowledged.length} marks acknowledged by then`);
    servers[which] = await restarted(databaseUrl, new URL(urls[which]!).port);
  };
  const kills = async () => {
    await killAndRestart(0, 0.15);
    await killAndRestart(1, 0.4);
    await killAndRestart(0, 0.7);
  };
  try {
    await Promise.all([phones.sync(classes), kills()]);
    console.log(`${phones.sent} requests in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    for (const refusal of new Set(phones.refused)) console.log(`refused ${refusal}`);
    return await judge(databaseUrl, phones);
  } finally {
    await Promise.all(servers.map((server) => server.kill('SIGKILL')));
  }
}

async function judge(databaseUrl: string, { acknowledged }: Phones): Promise<boolean> {
  const dataSource = await dataSourceFor(databaseUrl).initialize();
  const rows = await dataSource.manager.find(AttendanceMark).finally(() => dataSource.destroy());
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lost = acknowledged.filter(({ id, womanId, kind }) => {
    const row = byId.get(id);
    return row?.womanId !== womanId || row.kind !== kind;
  }).length;
  const tried = trainers * women;
  // One mark was made for each woman: a second row of hers would be a double.
  const doubled = rows.length - new Set(rows.map(({ sessionId, womanId }) => `${sessionId} ${womanId}`)).size;
  console.log(`${acknowledged.length} acknowledged, ${rows.length} kept`);
  console.log(`drill attendance: tried ${tried}, lost ${lost}, doubled ${doubled}, oversold 0`);
  return lost + doubled === 0 && acknowledged.length === tried && rows.length === tried;
}
