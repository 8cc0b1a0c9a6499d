import { Agent } from 'node:http';
import { createConnection, createPool, type Pool } from 'mysql2/promise';
import type { MarkDto } from '../../../server/attendance/attendance.dto';
import type { MarksAnswerView } from '../../../server/attendance/attendance.view';
import { newId } from '../../../server/database/new-id';
import { layClasses, type DrillTrainer } from '../../drill/attendance/rows';
import { post } from '../../drill/post';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import { spawnServer } from '../../support/server/spawn-server';

const trainers = 60;
/** A large class: as many marks as go in one request. */
const women = 200;
const atOnce = 8;
/** The first ones warm both sides up. */
const rounds = 8;
const aim = 2;

/**
 * Marks from trainers' phones, through the server with all its checks and answers, against a bare multi-row insert of
 * the same rows into the same table, in as many statements, at as many at once, on the same MariaDB.
 *
 * @returns whether the server takes at most twice the time.
 */
export async function run(): Promise<boolean> {
  const mariadb = await startPrivateMariadb({ durable: true });
  if (!mariadb) {
    process.stderr.write('*** bench sync is SKIPPED: MariaDB is not installed. ***\n');
    return process.env.CI !== 'true';
  }
  try {
    const { hostname, port, username } = new URL(mariadb.url);
    const connection = await createConnection({ host: hostname, port: Number(port), user: username });
    await connection.query('CREATE DATABASE sync');
    await connection.end();
    const databaseUrl = `${mariadb.url}/sync`;
    const classes = await layClasses(databaseUrl, trainers, women);
    const pool = createPool({
      ...{ host: hostname, port: Number(port), user: username, database: 'sync' },
      ...{ connectionLimit: atOnce, timezone: 'Z' },
    });
    const server = await spawnServer({ databaseUrl });
    try {
      return await compare(classes, server.url, pool);
    } finally {
      await server.stop();
      await pool.end();
    }
  } finally {
    await mariadb.stop();
  }
}

/** Rounds in turn, so that neither side alone meets a busy moment; the better one of each counts. */
async function compare(classes: readonly DrillTrainer[], url: string, pool: Pool): Promise<boolean> {
  let [ours, bare] = [Infinity, Infinity];
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  for (let round = 0; round < rounds; round += 1) {
    bare = Math.min(bare, await timed(classes, (one) => insert(pool, marksOf(one))));
    ours = Math.min(ours, await timed(classes, (one) => send(agent, url, one)));
  }
  agent.destroy();
  const perSecond = (ms: number) => Math.round((classes.length * women * 1000) / ms);
  console.log(`the server: ${perSecond(ours)} marks/s; the bare insert: ${perSecond(bare)} marks/s`);
  const ratio = ours / bare;
  const words = `time a mark over a bare insert of ${women} rows a statement, aim ${aim}`;
  console.log(`ratio sync ${ratio.toFixed(2)} (${words})${ratio <= aim ? '' : ' MISSED'}`);
  return ratio <= aim;
}

async function timed(
  classes: readonly DrillTrainer[],
  work: (one: DrillTrainer) => Promise<void>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < classes.length) await work(classes[next++]!);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return performance.now() - began;
}

function marksOf({ sessionId, womanIds }: DrillTrainer): MarkDto[] {
  const markedAt = new Date().toISOString();
  return womanIds.map((womanId) => ({ id: newId(), sessionId, womanId, kind: 'present', markedAt }));
}

async function insert(pool: Pool, marks: readonly MarkDto[]): Promise<void> {
  const now = new Date();
  const columns =
    'id, sessionId, womanId, kind, reason, markedAt, receivedAt, byAccountId, madeAt, needsSecond, sheetId';
  const values = marks.map(({ id, sessionId, womanId, kind }) => [
    ...[id, sessionId, womanId, kind, null, now, now, sessionId, now, false, null],
  ]);
  await pool.query(`INSERT INTO attendance_marks (${columns}) VALUES ?`, [values]);
}

async function send(agent: Agent, url: string, trainer: DrillTrainer): Promise<void> {
  const marks = marksOf(trainer);
  const body = JSON.stringify({ marks, sentAt: new Date().toISOString() });
  const headers = { authorization: `Bearer ${trainer.token}` };
  const answer = await post(agent, `${url}/api/attendance-marks`, headers, body);
  const { answers = [] } = JSON.parse(answer.body) as Partial<MarksAnswerView>;
  if (answers.filter(({ isKept }) => isKept).length !== marks.length)
    throw new Error(`not all marks were kept: ${answer.status} ${answer.body.slice(0, 300)}`);
}
