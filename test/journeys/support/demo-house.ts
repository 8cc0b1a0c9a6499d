import { freshDatabaseUrl } from '../../support/database/test-database';
import { spawnServer, type SpawnedServer } from '../../support/server/spawn-server';

export type Person = 'woman' | 'helper' | 'trainer' | 'county' | 'city' | 'county-editor' | 'city-editor';

/** The built server with the demo's people, on a database of its own. */
export interface DemoHouse {
  /** The server as it runs now. */
  readonly server: SpawnedServer;
  /** A login code, as WeChat would give it to this person's phone. */
  codeFor(person: Person): Promise<string>;
  /** A code of WeChat's phone button, as if the phone in her hand had this number. */
  phoneCode(number: string): Promise<string>;
  /** Asks the API as this person, and answers what it said. */
  ask(person: Person, method: string, path: string, body?: object): Promise<unknown>;
  /** Lets days pass: the server is stopped, and started again on the same database so many days later. */
  passDays(days: number): Promise<void>;
  close(): Promise<void>;
}

/** @param env settings beside those of the demo */
export async function openDemoHouse(env: Readonly<Record<string, string>> = {}): Promise<DemoHouse> {
  const database = (await freshDatabaseUrl())!;
  const start = (days: number) =>
    spawnServer({
      databaseUrl: database.url,
      entry: 'demo',
      env: { DEMO_DAYS_AHEAD: String(days), ...env },
    });
  let server = await start(0);
  const json = async (method: string, path: string, body?: object, token?: string): Promise<unknown> => {
    const response = await fetch(`${server.url}/api${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was refused: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const codeFor = async (person: Person) =>
    ((await json('POST', `/demo/people/${person}/code`)) as { code: string }).code;
  const signIn = async (person: Person) =>
    ((await json('POST', '/sign-ins', { code: await codeFor(person) })) as { token: string }).token;
  const tokens = new Map<Person, string>();
  return {
    get server() {
      return server;
    },
    async passDays(days) {
      await server.stop();
      server = await start(days);
      tokens.clear();
    },
    codeFor,
    phoneCode: async (number) =>
      ((await json('POST', `/demo/people/phones/${number}/code`)) as { code: string }).code,
    async ask(person, method, path, body) {
      const held = tokens.get(person) ?? (await signIn(person));
      tokens.set(person, held);
      return json(method, path, body, held);
    },
    async close() {
      await server.stop();
      await database.drop();
    },
  };
}
