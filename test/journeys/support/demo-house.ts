import { freshDatabaseUrl } from '../../support/database/test-database';
import { spawnServer, type SpawnedServer } from '../../support/server/spawn-server';

export type Person = 'woman' | 'helper' | 'trainer' | 'county' | 'city';

/** The built server with the demo's people, on a database of its own. */
export interface DemoHouse {
  readonly server: SpawnedServer;
  /** A login code, as WeChat would give it to this person's phone. */
  codeFor(person: Person): Promise<string>;
  close(): Promise<void>;
}

export async function openDemoHouse(): Promise<DemoHouse> {
  const database = (await freshDatabaseUrl())!;
  const server = await spawnServer({ databaseUrl: database.url, entry: 'demo' });
  return {
    server,
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
