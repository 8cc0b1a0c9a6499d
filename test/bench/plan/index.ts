import { createConnection, type Connection } from 'mysql2/promise';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '../../../config/settings';
import { Actor } from '../../../server/access/actor';
import { Clock } from '../../../server/calendar/clock';
import { createApp } from '../../../server/create-app';
import { Database } from '../../../server/database/database';
import { keepAllDemand } from '../../../server/needs/board/demand-facts';
import { SuggestionsService } from '../../../server/planning/suggestions.service';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import { layNeeds } from '../draft/lay-needs';
import { layTeachers } from './lay-teachers';

const today = '2026-11-23';
const aim = 0.95;
/** Short ways and few free months: so no county can fill all the seats that its budget would pay for. */
const ways = { reaches: [5, 5, 10, 20], free: [0.5, 0.15] } as const;
const asked = { batches: 60, months: 5, halfDays: 4, seats: 30, minimum: 12, kept: [] };

/**
 * Batches suggested to every county of the city from 60,000 needs on MariaDB, each under a budget of its own, as the
 * officers' page asks for them: what share of the least bound they serve, and how long it takes beside reading the needs.
 *
 * @param args how many needs; 60,000 without it.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const needs = Number(args[0] ?? 60_000);
  const mariadb = await startPrivateMariadb({ durable: false });
  if (!mariadb) {
    process.stderr.write('*** bench plan is SKIPPED: MariaDB is not installed. ***\n');
    return process.env.CI !== 'true';
  }
  try {
    const { hostname, port, username } = new URL(mariadb.url);
    const connection = await createConnection({ host: hostname, port: Number(port), user: username });
    await connection.query('CREATE DATABASE plan');
    await connection.query('USE plan');
    const app = await createApp(readSettings({ DATABASE_URL: `${mariadb.url}/plan` }), { logger: ['error'] });
    app.get(Clock).now = () => new Date(`${today}T02:00:00Z`);
    const isGood = await measure(app, connection, needs);
    await app.close();
    await connection.end();
    return isGood;
  } finally {
    await mariadb.stop();
  }
}

async function measure(app: NestFastifyApplication, connection: Connection, needs: number): Promise<boolean> {
  const database = app.get(Database);
  await layNeeds(database.dataSource, needs / 2, 0, today, ways);
  const counties = await layTeachers(database.dataSource);
  await database.transact(keepAllDemand);
  await connection.query('ANALYZE TABLE demand, needs, need_cards');
  const reading = await timed(() =>
    connection.query("SELECT womanId, villageCode, family, wish FROM needs WHERE state = 'open'"),
  );
  const suggestions = app.get(SuggestionsService);
  const total = { women: 0, served: 0, atMost: 0, batches: 0, seats: 0, best: 0 };
  const took = await timed(async () => {
    for (const regionCode of counties) {
      const office = [{ role: 'county_officer', regionCode }] as const;
      const officer = new Actor('bench', '区县妇联', [...office], null, null, 'x', []);
      const found = await suggestions.suggest(officer, asked);
      total.women += found.women;
      total.served += found.byProposed;
      total.atMost += found.atMost;
      total.batches += found.batches.length;
      total.seats += found.batches.reduce((sum, { seats }) => sum + seats, 0);
      if (found.atMost === found.byProposed) total.best += 1;
      console.log(
        `${regionCode}: ${found.women} women, ${found.batches.length} batches serve ${found.byProposed} of at most ${found.atMost}`,
      );
    }
  });
  const share = total.served / total.atMost;
  console.log(
    `${needs} needs of ${total.women} women in ${counties.length} counties: ${total.batches} batches serve ${total.served} of at most ${total.atMost}, ${Math.round((100 * total.served) / total.seats)} % of their seats; ${total.best} counties proved best`,
  );
  console.log(`share plan ${share.toFixed(3)} (women served over the exact or bounding optimum)`);
  console.log(
    `ratio plan ${(took / reading).toFixed(0)} (suggesting to all counties, ${(took / 1000).toFixed(1)} s, over reading the needs once, ${Math.round(reading)} ms)`,
  );
  return share >= aim;
}

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await deed();
  return performance.now() - began;
}
