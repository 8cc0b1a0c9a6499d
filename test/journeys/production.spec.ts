import { freshDatabaseUrl, type TestDatabase } from '../support/database/test-database';
import { spawnServer } from '../support/server/spawn-server';

jest.setTimeout(60_000);

const secrets = {
  PUBLIC_URL: 'https://example.org',
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  DATA_KEY: 'k1:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=',
  SEARCH_KEY: 'vu/erQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=',
};

describe('In production', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = (await freshDatabaseUrl())!;
  });
  afterAll(() => database.drop());

  const start = (env: Record<string, string>) =>
    spawnServer({
      databaseUrl: database.url,
      wechatUrl: 'http://127.0.0.1:9',
      env: { NODE_ENV: 'production', ...env },
    });

  it('there is no demo: no people to be, no codes for them, no invented data', async () => {
    const server = await start(secrets);
    try {
      const status = async (path: string, method: string) =>
        (await fetch(server.url + path, { method })).status;
      expect(await status('/api/demo/people', 'GET')).toBe(404);
      expect(await status('/api/demo/people/woman/code', 'POST')).toBe(404);
      expect(await (await fetch(`${server.url}/api/articles`)).json()).toEqual([]);
      expect(await (await fetch(`${server.url}/api/batches`)).json()).toEqual([]);
      expect(await (await fetch(`${server.url}/api/regions`)).json()).toHaveLength(18);
    } finally {
      await server.stop();
    }
  });

  it.each(Object.keys(secrets))('the server does not start without %s, and says so', async (name) => {
    const env: Record<string, string> = { ...secrets, [name]: '' };
    await expect(start(env)).rejects.toThrow(`${name} is missing`);
  });

  it('the server does not start with a weak or public secret, and never prints it', async () => {
    const weak = {
      ...secrets,
      WECHAT_APP_SECRET: 'letmein-8472',
      SEARCH_KEY: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    };
    const refused = await start(weak).catch((error: Error) => error.message);
    expect(refused).toContain('WECHAT_APP_SECRET is weak');
    expect(refused).toContain('SEARCH_KEY is weak');
    expect(refused).not.toContain('letmein-8472');
  });
});
