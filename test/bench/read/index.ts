import { createConnection } from 'mysql2/promise';
import { readSettings } from '../../../config/settings';
import { createApp } from '../../../server/create-app';
import { Database } from '../../../server/database/database';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import { layArticles } from './lay-articles';
import { ask, measure, ourSide, rawSide, type Ask, type Side } from './sides';

const articles = 200;
const asksARound = 1_500;
const rounds = 4;
const aim = 1.1;

/**
 * The list of articles and one article, against raw Node http and mysql2 that make the same JSON from the same rows; and
 * the list asked again by a phone that has it. CPU by `process.cpuUsage` of each server, the better of rounds in turn.
 */
export async function run(): Promise<boolean> {
  const mariadb = await startPrivateMariadb({ durable: false });
  if (!mariadb) {
    process.stderr.write('*** bench read is SKIPPED: MariaDB is not installed. ***\n');
    return process.env.CI !== 'true';
  }
  const sides: Side[] = [];
  try {
    const { hostname, port, username } = new URL(mariadb.url);
    const connection = await createConnection({ host: hostname, port: Number(port), user: username });
    await connection.query('CREATE DATABASE reading');
    await connection.end();
    const url = `${mariadb.url}/reading`;
    const app = await createApp(readSettings({ DATABASE_URL: url }), { logger: ['error'] });
    const ids = await layArticles(app.get(Database).rows, articles);
    await app.close();
    const ours = await ourSide(url);
    sides.push(ours);
    const raw = await rawSide(url);
    sides.push(raw);
    return await compare(ours, raw, ids);
  } finally {
    for (const side of sides) await side.stop();
    await mariadb.stop();
  }
}

async function compare(ours: Side, raw: Side, ids: readonly string[]): Promise<boolean> {
  const list: Ask = { path: '/api/articles', expects: 200 };
  const one = (place: number): Ask => ({ path: `/api/articles/${ids[place % ids.length]!}`, expects: 200 });
  const said = await ask(ours, list);
  const isSame =
    said.body === (await ask(raw, list)).body &&
    (await ask(ours, one(7))).body === (await ask(raw, one(7))).body;
  console.log(`the same JSON from both: ${isSame ? 'yes' : 'NO'}; list of ${said.body.length} letters`);
  const unchanged: Ask = { ...list, headers: { 'if-none-match': said.etag! }, expects: 304 };

  const lists = Array.from({ length: asksARound }, () => list);
  const ones = Array.from({ length: asksARound }, (_, place) => one(place));
  const same = Array.from({ length: asksARound }, () => unchanged);
  const kinds = { 'list, ours': [ours, lists], 'list, raw': [raw, lists] } as const;
  const more = {
    'article, ours': [ours, ones],
    'article, raw': [raw, ones],
    '304, ours': [ours, same],
  } as const;
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, [side, asks]] of Object.entries({ ...kinds, ...more })) {
      const cpu = await measure(side, asks);
      // The first round warms both up.
      if (round > 0) best.set(name, Math.min(best.get(name) ?? Infinity, cpu));
    }
  for (const [name, cpu] of best) console.log(`${name}: ${cpu.toFixed(0)} µs CPU a request`);
  const ratio = (name: string, over: string) => best.get(name)! / best.get(over)!;
  const read = Math.max(ratio('list, ours', 'list, raw'), ratio('article, ours', 'article, raw'));
  console.log(
    `ratio read ${read.toFixed(2)} (the worse of list ${ratio('list, ours', 'list, raw').toFixed(2)} and article ${ratio('article, ours', 'article, raw').toFixed(2)}: CPU over raw Node http + mysql2, aim ${aim})`,
  );
  console.log(
    `ratio unchanged ${ratio('304, ours', 'list, raw').toFixed(2)} (an unchanged list, answered 304, over the raw list)`,
  );
  return isSame && read <= aim;
}
