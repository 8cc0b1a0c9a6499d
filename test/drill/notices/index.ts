import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { dataSourceFor } from '../../../server/database/data-source';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import { spawnServer } from '../../support/server/spawn-server';
import { templates } from '../../support/wechat/templates';
import { startFlakyWechat, type FlakyWechat } from './flaky-wechat';
import { layNotices } from './rows';

const women = 20_000;
/** With the minute that a busy WeChat is given, and the two after which a killed worker's lease ends. */
const withinMs = 600_000;

/**
 * Twenty thousand notices, two workers that are killed in the middle, and WeChat on a bad day.
 *
 * @returns whether every notice was delivered or went to the next rung, and none was delivered twice.
 */
export async function run(): Promise<boolean> {
  const mariadb = await startPrivateMariadb({ durable: true });
  if (!mariadb) {
    process.stderr.write('\n*** drill notices is SKIPPED: mariadbd is not installed. ***\n\n');
    return process.env.CI !== 'true';
  }
  const wechat = await startFlakyWechat();
  try {
    const { hostname, port, username } = new URL(mariadb.url);
    const connection = await createConnection({ host: hostname, port: Number(port), user: username });
    await connection.query('CREATE DATABASE drill');
    await connection.end();
    return await storm(`${mariadb.url}/drill`, wechat);
  } finally {
    await wechat.close();
    await mariadb.stop();
  }
}

async function storm(databaseUrl: string, wechat: FlakyWechat): Promise<boolean> {
  await layNotices(databaseUrl, women);
  const env = { ...templates, NOTICES_EVERY_SECONDS: '1', NOTICE_DAY_FROM: '0', NOTICE_DAY_UNTIL: '24' };
  const worker = () => spawnServer({ databaseUrl, wechatUrl: wechat.url, env });
  const workers = [await worker(), await worker()];
  const began = Date.now();
  const dataSource = await dataSourceFor(databaseUrl).initialize();
  const isLate = () => Date.now() > began + withinMs;
  const killAndRestart = async (which: number, at: number) => {
    while (wechat.asked < women * at && !isLate()) await pause(10);
    await workers[which]!.kill('SIGKILL');
    console.log(`worker ${which + 1} killed, ${wechat.asked} messages were handed over by then`);
    workers[which] = await worker();
  };
  try {
    await killAndRestart(0, 0.15);
    await killAndRestart(1, 0.4);
    await killAndRestart(0, 0.7);
    while ((await onTheWay(dataSource)) > 0 && !isLate()) await pause(1_000);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(
      `${wechat.asked} messages handed over in ${seconds} s, ${wechat.given.size} women were given one`,
    );
    return await judge(dataSource, wechat);
  } finally {
    await dataSource.destroy();
    await Promise.all(workers.map((one) => one.kill('SIGKILL')));
  }
}

/** Notices that wait to be sent, or of which nobody knows yet. */
async function onTheWay({ manager }: DataSource): Promise<number> {
  const [row] = await manager.query<{ howMany: number | string }[]>(
    "SELECT COUNT(*) AS howMany FROM deliveries WHERE rung IN ('wechat', 'sms')",
  );
  return Number(row?.howMany);
}

async function judge({ manager }: DataSource, wechat: FlakyWechat): Promise<boolean> {
  const rows = await manager.query<{ openid: string; rung: string; reachedBy: string | null }[]>(
    `SELECT account.openid AS openid, delivery.rung AS rung, delivery.reachedBy AS reachedBy FROM deliveries delivery
       JOIN notices notice ON notice.id = delivery.noticeId
       JOIN accounts account ON account.womanId = notice.womanId`,
  );
  const isDelivered = (one: (typeof rows)[number]) =>
    one.rung === 'over' && one.reachedBy === 'wechat' && wechat.given.has(one.openid);
  const delivered = rows.filter(isDelivered).length;
  const toCall = rows.filter(({ rung }) => rung === 'call').length;
  const attempts = await manager.query<{ rung: string; result: string; howMany: number | string }[]>(
    'SELECT rung, result, COUNT(*) AS howMany FROM delivery_attempts GROUP BY rung, result ORDER BY rung, result',
  );
  for (const { rung, result, howMany } of attempts) console.log(`${rung} ${result}: ${howMany}`);
  const open = attempts.filter(({ result }) => result === 'begun').length;
  const lost = women - delivered - toCall;
  const doubled = [...wechat.given.values()].filter((times) => times > 1).length;
  console.log(`${delivered} delivered, ${toCall} on the next rung, ${women} written`);
  console.log(`drill notices: tried ${women}, lost ${lost}, doubled ${doubled}, oversold 0`);
  return lost === 0 && doubled === 0 && open === 0;
}
