import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readSettings } from '../../../config/settings';
import type { SignedInView } from '../../../server/accounts/accounts.view';
import { Clock } from '../../../server/calendar/clock';
import { ClockworkModule } from '../../../server/clockwork.module';
import { createApp } from '../../../server/create-app';
import { Database } from '../../../server/database/database';
import { Courier } from '../../../server/notices/delivery/courier';
import { freshDatabaseUrl } from '../database/test-database';
import { startWechat, type WechatStandIn } from '../wechat/stand-in';
import { Caller, granted } from './caller';

// A whole server on a busy machine is slower than what Jest expects of one function.
jest.setTimeout(180_000);

const hasEngine = process.env.TEST_DATABASE !== 'mariadb' || process.env.TEST_MARIADB_URL !== undefined;

/** `describe`, skipped where the engine is not installed. */
export const describeHouse = hasEngine ? describe : describe.skip;

/** Ten in the morning in Harbin, on the Monday when every spec begins. */
export const monday = '2026-11-23T02:00:00.000Z';

/** The whole server on an empty database of its own, with a stand-in for WeChat and a clock that the spec sets. */
export interface House {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly wechat: WechatStandIn;
  /** Every route of the running server: `GET /api/women/:id`. */
  readonly routes: readonly string[];
  /** Somebody who has not signed in. */
  readonly nobody: Caller;
  now(): Date;
  /** Sets the clock; nothing else happens. */
  setClock(instant: Date | string | number): void;
  /** Sets the clock and lets the clockwork do what is due by then. */
  passTo(instant: Date | string): Promise<void>;
  /** Lets the first server send what is due; nothing is sent otherwise. */
  deliver(): Promise<void>;
  /** Whoever holds this token. */
  as(token: string): Caller;
  /** Signs this WeChat user in; one never seen before gets an account. */
  signIn(openid: string): Promise<Caller>;
  /** One more server process on the same database, as it were, under the same clock; the house closes it. */
  another(): Promise<NestFastifyApplication>;
  close(): Promise<void>;
}

/** Limits so wide that a spec meets them only where it asks for narrow ones: all of it asks from one address. */
export const wide = {
  SIGN_INS_A_MINUTE: '100000',
  TICKETS_A_MINUTE: '100000',
  POLLS_A_MINUTE: '100000',
  CODES_A_MINUTE: '100000',
};

export async function openHouse(
  beside: readonly (DynamicModule | Type)[] = [],
  env: Readonly<Record<string, string>> = wide,
): Promise<House> {
  const empty = (await freshDatabaseUrl())!;
  const wechat = await startWechat();
  const FILES_DIR = mkdtempSync(join(tmpdir(), 'jinguo-files-'));
  const settings = readSettings({
    FILES_DIR,
    NOTICES_EVERY_SECONDS: '0',
    ...env,
    DATABASE_URL: empty.url,
    WECHAT_API_URL: wechat.url,
  });
  let now = new Date(monday);
  const apps: NestFastifyApplication[] = [];
  const open = async () => {
    const one = await createApp(settings, { beside, logger: ['error'] });
    one.get(Clock).now = () => new Date(now);
    apps.push(one);
    return one;
  };
  const app = await open();

  const routes: string[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      routes.push(...[method].flat().map((one) => `${one} ${url}`));
    });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await standStill(app);

  const nobody = new Caller(app);
  return {
    app,
    wechat,
    nobody,
    database: app.get(Database),
    routes,
    now: () => now,
    setClock: (instant) => {
      now = new Date(instant);
    },
    passTo: async (instant) => {
      now = new Date(instant);
      await app.get(ClockworkModule)['tick']();
    },
    deliver: () => app.get(Courier).work(),
    as: (token) => new Caller(app, token),
    signIn: async (openid) => {
      const answer = await nobody.post<SignedInView>('/sign-ins', { code: wechat.issueCode(openid) });
      return new Caller(app, granted(answer).token, openid);
    },
    another: async () => {
      const one = await open();
      await one.init();
      await standStill(one);
      return one;
    },
    close: async () => {
      for (const one of apps) await one.close();
      await wechat.close();
      await empty.drop();
      rmSync(FILES_DIR, { recursive: true, force: true });
    },
  };
}

/** Time passes where a spec lets it, however long the spec takes. */
async function standStill(app: NestFastifyApplication): Promise<void> {
  const clockwork = app.get(ClockworkModule);
  clearInterval(clockwork['timer']);
  await clockwork['working'];
}
