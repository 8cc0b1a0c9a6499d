import { createConnection, type Connection } from 'mysql2/promise';
import { readSettings } from '../../../config/settings';
import { Actor } from '../../../server/access/actor';
import { Clock } from '../../../server/calendar/clock';
import { createApp } from '../../../server/create-app';
import { Database } from '../../../server/database/database';
import { keepAllDemand } from '../../../server/needs/board/demand-facts';
import { BoardService } from '../../../server/needs/board/board.service';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import { layManyNeeds } from './lay-many-needs';

const rounds = 5;
const aim = 3;

/**
 * The demand board of the whole city over a million needs on MariaDB, as a city officer's page asks for it, against the one
 * indexed query that counts the same open needs by county and family. Medians of rounds taken in turn.
 *
 * @param args how many needs; 1,000,000 without it.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const needs = Number(args[0] ?? 1_000_000);
  const mariadb = await startPrivateMariadb({ durable: false });
  if (!mariadb) {
    process.stderr.write('*** bench board is SKIPPED: MariaDB is not installed. ***\n');
    return process.env.CI !== 'true';
  }
  try {
    const { hostname, port, username } = new URL(mariadb.url);
    const connection = await createConnection({ host: hostname, port: Number(port), user: username });
    await connection.query('CREATE DATABASE board');
    await connection.query('USE board');
    const isFast = await measure(`${mariadb.url}/board`, connection, needs);
    await connection.end();
    return isFast;
  } finally {
    await mariadb.stop();
  }
}

async function measure(databaseUrl: string, connection: Connection, needs: number): Promise<boolean> {
  const app = await createApp(readSettings({ DATABASE_URL: databaseUrl }), { logger: ['error'] });
  app.get(Clock).now = () => new Date('2026-11-23T02:00:00Z');
  await layManyNeeds(connection, needs);
  await app.get(Database).transact(keepAllDemand);
  await connection.query('ANALYZE TABLE demand, needs');
  const officer = new Actor(
    'bench',
    '市妇联',
    [{ role: 'city_officer', regionCode: '2301' }],
    null,
    null,
    'x',
    [],
  );
  const board = app.get(BoardService);
  const baseline = () =>
    connection.query(
      `SELECT SUBSTR(villageCode, 1, 6) AS area, family, COUNT(*) AS women FROM needs
        WHERE state = 'open' AND villageCode LIKE '2301%' GROUP BY area, family`,
    );
  const [whole, month, base]: number[][] = [[], [], []];
  for (let round = 0; round <= rounds; round += 1) {
    base!.push(await timed(baseline));
    whole!.push(await timed(() => board.demand(officer, {})));
    month!.push(await timed(() => board.demand(officer, { month: 1, age: 'fresh' })));
  }
  const { women, cells } = await board.demand(officer, {});
  const counted = cells.reduce((sum, cell) => sum + cell.women, 0);
  console.log(
    `${needs} needs of ${women} women; medians of ${rounds} rounds, ms: query ${median(base!)}, board ${median(whole!)}, one month ${median(month!)}`,
  );
  const ratio = median(whole!) / median(base!);
  console.log(
    `ratio board ${ratio.toFixed(2)} (the board of the city over the indexed count of the same needs)`,
  );
  console.log(
    `ratio board-month ${(median(month!) / median(base!)).toFixed(2)} (its fresh needs of one month over the same count)`,
  );
  await app.close();
  return counted === needs && ratio <= aim;
}

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await deed();
  return performance.now() - began;
}

/** Without the first, which fills the caches. */
function median(times: readonly number[]): number {
  const sorted = times.slice(1).sort((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)]!);
}
