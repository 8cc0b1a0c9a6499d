import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { readSettings } from '../../config/settings';
import { dataSourceFor } from '../../server/database/data-source';
import { Seal } from '../../server/secrecy/seal';
import { freshDatabaseUrl, type TestDatabase } from '../support/database/test-database';
import { agreed, aRegister, aRegisterRow } from '../support/house/registers';
import { sealedUnder, unopened } from '../support/house/sealed';
import { spawnServer, type SpawnedServer } from '../support/server/spawn-server';
import { Caller } from './support/caller';

jest.setTimeout(180_000);

const women = 6_000;
/** Numbers that no woman of the demo has. */
const first = 30_000;
const register = () =>
  aRegister(
    Array.from({ length: women }, (_, at) => aRegisterRow(first + at, `呼延${'甲乙丙丁戊己'[at % 6]!}兰`)),
  );
const hers = "FROM women WHERE name LIKE '呼延_兰'";

interface ImportNow {
  readonly id: string;
  readonly stage: string;
  readonly opened: number;
  readonly newRows: number;
  readonly sameRows: number;
}

/** A register's way into the database, and a change of its keys, each ended by kill -9 and begun again. */
describe('What is killed in the middle of long work', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const servers: SpawnedServer[] = [];
  beforeAll(async () => {
    database = (await freshDatabaseUrl())!;
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.kill('SIGKILL');
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database.drop();
  });

  async function theCounty(env: Record<string, string> = {}): Promise<[SpawnedServer, Caller]> {
    const server = await spawnServer({ databaseUrl: database.url, entry: 'demo', env });
    servers.push(server);
    const asked = await fetch(`${server.url}/api/demo/people/county/code`, { method: 'POST' });
    const { code } = (await asked.json()) as { code: string };
    return [server, (await Caller.signIn(server.url, code)).caller];
  }
  async function until(by: Caller, id: string, isSo: (one: ImportNow) => boolean): Promise<ImportNow> {
    for (;;) {
      const one = await by.get<ImportNow>(`/imports/${id}`);
      if (isSo(one)) return one;
      await pause(5);
    }
  }
  const count = async (sql: string) =>
    Number((await dataSource.query<{ howMany: number }[]>(`SELECT ${sql}`))[0]!.howMany);
  /** Her file, what tells that it was opened, and her consent: of every woman one, or nothing. */
  const whole = () =>
    Promise.all([
      count(`COUNT(*) AS howMany ${hers}`),
      count(`COUNT(DISTINCT identityMark) AS howMany ${hers}`),
      count(`COUNT(*) AS howMany FROM woman_changes WHERE womanId IN (SELECT id ${hers})`),
      count(`COUNT(*) AS howMany FROM consents WHERE womanId IN (SELECT id ${hers})`),
    ]);

  it('a register is written on by the next server: nobody twice, nobody by halves', async () => {
    const [killed, officer] = await theCounty();
    const { id } = await officer.upload<ImportNow>('/imports', register(), '名册.xlsx');
    expect(await until(officer, id, ({ stage }) => stage === 'ready')).toMatchObject({ newRows: women });
    const confirming = officer.post(`/imports/${id}/confirmation`, agreed).catch(() => undefined);
    await until(officer, id, ({ stage, opened }) => stage !== 'ready' && opened > 0);
    await killed.kill('SIGKILL');
    await confirming;
    dataSource = await dataSourceFor(database.url).initialize();
    const [there, ...beside] = await whole();
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(women);
    expect(beside).toEqual([there, there, there]);

    // By tomorrow nobody takes the first server for one that is only slow.
    const [, again] = await theCounty({ DEMO_DAYS_AHEAD: '1' });
    expect(await until(again, id, ({ stage }) => stage === 'done')).toMatchObject({ opened: women });
    expect(await whole()).toEqual([women, women, women, women]);
    const sent = await again.upload<ImportNow>('/imports', register(), '名册.xlsx');
    expect(await until(again, sent.id, ({ stage }) => stage === 'ready')).toMatchObject({
      ...{ newRows: 0, sameRows: women },
    });
  });

  it('a change of keys is begun again: everything opens with the new key alone, and nothing is lost', async () => {
    const [oldKey, newKey] = [readSettings({}).secrecy, randomBytes(32).toString('base64')];
    const env = {
      DATA_KEY: `k2:${newKey}`,
      OLD_DATA_KEYS: `${oldKey.sealKeyId}:${oldKey.sealKey.toString('base64')}`,
    };
    const all = await sealedUnder(dataSource, oldKey.sealKeyId);
    expect(all).toBeGreaterThan(2 * women);
    const rotating = () =>
      spawn(process.execPath, [join(__dirname, '../../dist/server/secrecy/rotate-keys.js')], {
        env: { PATH: process.env.PATH, DATABASE_URL: database.url, ...env },
        stdio: 'inherit',
      });
    const killed = rotating();
    const gone = new Promise((resolve) => killed.once('exit', (_, signal) => resolve(signal)));
    const isNew = "COUNT(*) AS howMany FROM women WHERE phoneSealed LIKE 'v1.k2.%'";
    while ((await count(isNew)) < 200) await pause(10);
    killed.kill('SIGKILL');
    expect(await gone).toBe('SIGKILL');
    const done = await sealedUnder(dataSource, 'k2');
    expect(done).toBeLessThan(all);
    expect(done + (await sealedUnder(dataSource, oldKey.sealKeyId))).toBe(all);

    expect(await new Promise((resolve) => rotating().once('exit', resolve))).toBe(0);
    expect(await sealedUnder(dataSource, 'k2')).toBe(all);
    const alone = new Seal(readSettings({ DATA_KEY: env.DATA_KEY }).secrecy);
    expect(await unopened(dataSource, alone)).toEqual([]);
    const [her] = await dataSource.query<{ id: string }[]>(`SELECT id ${hers} LIMIT 1`);
    const [, officer] = await theCounty({ DATA_KEY: env.DATA_KEY });
    const profile = await officer.get<{ phone: string }>(`/women/${her!.id}/profile`);
    expect(profile.phone).toMatch(/^139\*{4}\d{4}$/);
  });
});
