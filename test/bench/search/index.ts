import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { readSettings } from '../../../config/settings';
import { ReadingService } from '../../../server/articles/reading/reading.service';
import { saying } from '../../../server/articles/reading/shelf.queries';
import { searchFor } from '../../../server/articles/reading/words.rules';
import { createApp } from '../../../server/create-app';
import { Database } from '../../../server/database/database';
import { statement } from '../../../server/database/statement';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import { idOf, layTexts } from './lay-texts';
import { madeUpTexts } from './made-up-texts';

const onAList = 100;
const rounds = 15;

/** Of one letter, two and four; said often, said seldom, and never said though its letters are. */
const looked = ['贷', '妇女', '贷款', '桑黄', '小额贷款', '妇女培训', '桑黄菌种', '贷妇女款', '黄桑'];

/**
 * Search over 100,000 articles on MariaDB. What is found is compared with the texts themselves; the time stands against
 * one row read by its primary key on the same connection.
 *
 * @param args how many articles; 100,000 without it.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const articles = Number(args[0] ?? 100_000);
  const mariadb = await startPrivateMariadb({ durable: false });
  if (!mariadb) {
    process.stderr.write('*** bench search is SKIPPED: MariaDB is not installed. ***\n');
    return process.env.CI !== 'true';
  }
  try {
    const { hostname, port, username } = new URL(mariadb.url);
    const connection = await createConnection({ host: hostname, port: Number(port), user: username });
    await connection.query('CREATE DATABASE search');
    await connection.query('USE search');
    const isRight = await measure(`${mariadb.url}/search`, connection, articles);
    await connection.end();
    return isRight;
  } finally {
    await mariadb.stop();
  }
}

async function measure(databaseUrl: string, connection: Connection, articles: number): Promise<boolean> {
  const app = await createApp(readSettings({ DATABASE_URL: databaseUrl }), { logger: ['error'] });
  const { rows } = app.get(Database);
  const began = performance.now();
  const said = await layTexts(connection, madeUpTexts(articles));
  const [[counted]] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS words FROM shelf_words');
  console.log(
    `${articles} articles, ${String(counted!.words)} words, laid in ${Math.round((performance.now() - began) / 1000)} s`,
  );

  const base = await median(() => statement(rows, 'SELECT number FROM shelf WHERE number = ?', [articles]));
  console.log(`one row by its primary key: ${base.toFixed(2)} ms`);
  let isRight = true;
  let worst = 0;
  for (const word of looked) {
    const search = searchFor(word)!;
    const found = await saying(rows, search, undefined, onAList);
    const isSame = JSON.stringify(found) === JSON.stringify(newestSaying(said, word));
    isRight &&= isSame;
    const ratio = (await median(() => saying(rows, search, undefined, onAList))) / base;
    const whole = (await median(() => app.get(ReadingService).listNow({ words: word }))) / base;
    worst = Math.max(worst, ratio);
    console.log(
      `${word}: ${found.length} found, ${isSame ? 'right' : 'WRONG'}; search ${ratio.toFixed(1)}, with all that a list shows ${whole.toFixed(1)}`,
    );
  }
  console.log(`ratio search ${worst.toFixed(1)} (the slowest of these words over a primary-key read)`);
  await app.close();
  return isRight;
}

function newestSaying(said: readonly string[], word: string): string[] {
  const numbers = said.flatMap((text, place) => (text.includes(word) ? [place + 1] : []));
  return numbers.reverse().slice(0, onAList).map(idOf);
}

/** Milliseconds; the first time fills the caches and does not count. */
async function median(deed: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const began = performance.now();
    await deed();
    times.push(performance.now() - began);
  }
  const sorted = times.slice(1).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}
