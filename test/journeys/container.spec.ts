import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freshDatabaseUrl, type TestDatabase } from '../support/database/test-database';
import { startWechat, type WechatStandIn } from '../support/wechat/stand-in';

jest.setTimeout(120_000);

const dockerfile = readFileSync('Dockerfile', 'utf8');
const lastStage = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
const command = (name: 'CMD' | 'HEALTHCHECK') =>
  JSON.parse(new RegExp(`^${name}.*?(\\[.*\\])$`, 'm').exec(lastStage)![1]!) as [string, ...string[]];

/** No engine for containers runs here: what the image would hold is laid out in a folder, and started as it would be. */
describe('The container', () => {
  let folder: string;
  let database: TestDatabase;
  let wechat: WechatStandIn;
  let child: ChildProcess | undefined;
  let port: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jinguo-image-'));
    for (const [, path = ''] of lastStage.matchAll(/^COPY --from=build \/app\/(\S+)/gm)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      if (path === 'node_modules') symlinkSync(join(process.cwd(), path), join(folder, path));
      else cpSync(path, join(folder, path), { recursive: true });
    }
    database = (await freshDatabaseUrl())!;
    wechat = await startWechat();
    port = await freePort();
  });
  afterAll(async () => {
    child?.kill('SIGKILL');
    await wechat.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const env = () => ({
    ...Object.fromEntries(
      (/^ENV (.*)$/m.exec(lastStage)![1] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
    ),
    ...{ PATH: process.env.PATH, PORT: String(port), PUBLIC_URL: 'https://example.org' },
    ...{ DATABASE_URL: database.url, WECHAT_API_URL: wechat.url, WECHAT_APP_ID: 'wx0123456789abcdef' },
    WECHAT_APP_SECRET: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    DATA_KEY: 'k1:3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=',
    SEARCH_KEY: 'vu/erQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=',
  });
  const isHealthy = async () => {
    const [program, ...rest] = command('HEALTHCHECK');
    const check = spawn(program, rest, { cwd: folder, env: env(), stdio: 'ignore' });
    return (await ended(check)) === 0;
  };

  it('is not run by root, and keeps nothing of the tests', () => {
    expect(lastStage).toMatch(/^USER node$/m);
    expect(lastStage).not.toContain('dist/test');
  });

  it('is healthy from cold, and not before', async () => {
    expect(await isHealthy()).toBe(false);
    const [program, ...rest] = command('CMD');
    child = spawn(program, rest, { cwd: folder, env: env(), stdio: 'inherit' });
    for (let turn = 0; !(await isHealthy()); turn += 1) {
      if (turn === 60) throw new Error('it was not healthy in time');
      await pause(200);
    }
  });

  it('stops without cutting a request, and takes no new one', async () => {
    const url = `http://127.0.0.1:${port}/api`;
    wechat.failNext('/sns/jscode2session', 'hang');
    const cut = fetch(`${url}/sign-ins`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ code: 'a-code' }),
    });
    for (let turn = 0; wechat.calls.length === 0; turn += 1) {
      if (turn === 200) throw new Error('the request never reached WeChat');
      await pause(20);
    }
    let isAnswered = false;
    void cut.finally(() => (isAnswered = true));
    child!.kill('SIGTERM');
    const isTurnedAway = () =>
      fetch(`${url}/health`, { headers: { connection: 'close' } }).then(
        ({ status }) => status === 503,
        () => true,
      );
    while (!(await isTurnedAway())) {
      if (isAnswered) throw new Error('it took new requests until it had ended');
      await pause(20);
    }
    expect(isAnswered).toBe(false);
    // WeChat hangs for five seconds; then she is answered all the same.
    expect((await cut).status).toBe(503);
    // And though she would keep her line open, the process ends: a platform soon kills what does not.
    expect(await Promise.race([ended(child!), pause(5_000, 'still there')])).not.toBe('still there');
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });
});

function ended(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve(child.exitCode ?? child.signalCode);
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no address');
  return address.port;
}
