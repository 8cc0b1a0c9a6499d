import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { readSettings } from '../../../config/settings';
import { DraftingService } from '../../../server/assignment/drafting/drafting.service';
import { stageNames } from '../../../server/assignment/drafting/stages.rules';
import { AssignmentRun, RunOutcome } from '../../../server/assignment/run.entity';
import { Clock } from '../../../server/calendar/clock';
import { createApp } from '../../../server/create-app';
import { Database } from '../../../server/database/database';
import { newId } from '../../../server/database/new-id';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import { layNeeds } from './lay-needs';
import { timeInDatabase } from './time-in-database';

const today = '2026-11-23';
const city = { regionCode: '2301', season: '2026-winter' } as const;

/**
 * A dry run of the whole city, from registered needs on MariaDB to every woman's stored reasons, in the server that goes
 * on answering. Says which share of the time was not spent on the database.
 *
 * @param args how many women and batches; 60,000 and 1,200 without it.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const [women = 60_000, batches = 1_200] = args.map(Number);
  const mariadb = await startPrivateMariadb({ durable: false });
  if (!mariadb) {
    process.stderr.write('*** bench draft is SKIPPED: MariaDB is not installed. ***\n');
    return process.env.CI !== 'true';
  }
  try {
    const { hostname, port, username } = new URL(mariadb.url);
    const connection = await createConnection({ host: hostname, port: Number(port), user: username });
    await connection.query('CREATE DATABASE draft');
    await connection.end();
    return await measure(`${mariadb.url}/draft`, women, batches);
  } finally {
    await mariadb.stop();
  }
}

async function measure(databaseUrl: string, women: number, batches: number): Promise<boolean> {
  const app = await createApp(readSettings({ DATABASE_URL: databaseUrl }), { logger: ['error'] });
  app.get(Clock).now = () => new Date(`${today}T02:00:00Z`);
  const database = app.get(Database);
  await layNeeds(database.dataSource, women, batches, today);
  const drafting = app.get(DraftingService);
  const inDatabase = timeInDatabase(database.dataSource);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const began = performance.now();
  let now = await drafting.begin(newId(), city.regionCode, city.season);
  for (let said = ''; now.stage !== 'done' && now.stage !== 'failed'; await pause(200)) {
    now = (await drafting.of(city.regionCode, city.season))!;
    if (said !== now.stage)
      console.log(`${((performance.now() - began) / 1000).toFixed(1)} s: ${stageNames[now.stage]}`);
    said = now.stage;
  }
  const all = performance.now() - began;
  delay.disable();
  const run = await database.rows.findOneBy(AssignmentRun, city);
  const stored = run ? await database.rows.countBy(RunOutcome, { draftId: run.draftId }) : 0;
  const outside = 1 - inDatabase.milliseconds() / all;
  console.log(
    `${run?.women} women, ${batches} batches: ${run?.placed} placed, ${stored} stored with their reasons in ${(all / 1000).toFixed(1)} s`,
  );
  console.log(
    `the server's longest pause meanwhile: ${Math.round(delay.max / 1e6)} ms, 99 of 100 below ${Math.round(delay.percentile(99) / 1e6)} ms`,
  );
  console.log(
    `share draft-outside-database ${outside.toFixed(3)} (of the time from the tap to the stored dry run)`,
  );
  await app.close();
  return now.stage === 'done' && stored === run?.women;
}
