import { createConnection } from 'mysql2/promise';
import { startPrivateMariadb, type PrivateMariadb } from '../support/database/private-mariadb';
import { spawnServer, type SpawnedServer } from '../support/server/spawn-server';
import { startWechat, type WechatStandIn } from '../support/wechat/stand-in';
import { Caller } from './support/caller';

jest.setTimeout(180_000);

const requests = 40;

describe('Two processes of the server', () => {
  let mariadb: PrivateMariadb | undefined;
  let wechat: WechatStandIn;
  const servers: SpawnedServer[] = [];
  beforeAll(async () => {
    mariadb = await startPrivateMariadb({ durable: false });
    wechat = await startWechat();
    if (!mariadb) return;
    const connection = await createConnection({ uri: mariadb.url });
    await connection.query('CREATE DATABASE one_token');
    await connection.end();
    const databaseUrl = `${mariadb.url}/one_token`;
    servers.push(
      ...(await Promise.all([0, 1].map(() => spawnServer({ databaseUrl, wechatUrl: wechat.url })))),
    );
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await wechat?.close();
    await mariadb?.stop();
  });

  it('renew WeChat’s token once when it becomes worthless in the middle of their burst', async () => {
    if (!mariadb) {
      // Where MariaDB is missing this is said, and where CI runs it is a failure.
      expect(process.env.CI).not.toBe('true');
      return;
    }
    const callers = await Promise.all(
      servers.map(
        async ({ url }, place) => (await Caller.signIn(url, wechat.issueCode(`openid-${place}`))).caller,
      ),
    );
    const ask = (place: number) => {
      const code = wechat.issuePhoneCode(`1390000${String(place).padStart(4, '0')}`);
      return callers[place % 2]!.post('/claims/phones', { code });
    };
    const before = Array.from({ length: requests / 2 }, (_, place) => ask(place));
    await Promise.race(before);
    // Some of these are under way with the token; all that follow meet it worthless.
    wechat.revokeTokens();
    const after = Array.from({ length: requests / 2 }, (_, place) => ask(requests / 2 + place));
    const answered = (await Promise.all([...before, ...after])).length;
    const renewals = wechat.calls.filter(({ path }) => path === '/cgi-bin/stable_token');
    expect([answered, renewals.length]).toEqual([requests, 2]);
  });
});
