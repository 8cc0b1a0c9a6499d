import { freshDatabaseUrl } from '../../support/database/test-database';
import { spawnServer, type SpawnedServer } from '../../support/server/spawn-server';

export type Person = 'woman' | 'helper' | 'trainer' | 'county' | 'city';

/** The built server with the demo's people, on a database of its own. */
export interface DemoHouse {
  /** The server as it runs now. */
  readonly server: SpawnedServer;
  /** A login code, as WeChat would give it to this person's phone. */
  codeFor(person: Person): Promise<string>;
  /** Lets days pass: the server is stopped, and started again on the same database so many days later. */
  passDays(days: number): Promise<void>;
  close(): Promise<void>;
}

export async function openDemoHouse(): Promise<DemoHouse> {
  const database = (await freshDatabaseUrl())!;
  const start = (days: number) =>
    spawnServer({ databaseUrl: database.url, entry: 'demo', env: { DEMO_DAYS_AHEAD: String(days) } });
  let server = await start(0);
  return {
    get server() {
      return server;
    },
    async passDays(days) {
      await server.stop();
      server = await start(days);
    },
    async codeFor(person) {
      const response = await fetch(`${server.url}/api/demo/people/${person}/code`, { method: 'POST' });
      return ((await response.json()) as { code: string }).code;
    },
    async close() {
      await server.stop();
      await database.drop();
    },
  };
}
