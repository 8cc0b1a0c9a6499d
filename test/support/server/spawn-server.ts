import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testAccount } from '../wechat/stand-in';

/** The project's folder, from the sources and from the build alike. */
const above = join(__dirname, '..', '..', '..');
const root = existsSync(join(above, 'package.json')) ? above : join(above, '..');
/** The product alone, or with the demo beside it. */
const entries = {
  product: join(root, 'dist', 'server', 'main.js'),
  demo: join(root, 'dist', 'test', 'support', 'demo', 'main.js'),
} as const;
const readyWithinMs = 30_000;
const stopsWithinMs = 10_000;

export interface ServerWish {
  readonly databaseUrl: string;
  /** Where WeChat's server API stands in; the demo brings its own. */
  readonly wechatUrl?: string;
  readonly entry?: keyof typeof entries;
  /** Added to, or instead of, the settings that are always given. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The built server as a process of its own. */
export interface SpawnedServer {
  readonly url: string;
  readonly pid: number;
  /** Everything it printed so far, both streams. */
  readonly output: string;
  /** Sends the signal and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Asks it to end, and insists after a while. Answers its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the built server on a free port, in an environment that holds nothing of the tester's own.
 *
 * @throws when it is not built, or does not say in time that it listens; then with its output.
 */
export async function spawnServer({
  databaseUrl,
  wechatUrl = '',
  entry: which = 'product',
  env,
}: ServerWish): Promise<SpawnedServer> {
  const entry = entries[which];
  if (!existsSync(entry)) throw new Error('The server is not built: npm run build:server');
  const child = spawn(process.execPath, ['--enable-source-maps', entry], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATABASE_URL: databaseUrl,
      WECHAT_API_URL: wechatUrl,
      WECHAT_APP_ID: testAccount.appId,
      WECHAT_APP_SECRET: testAccount.appSecret,
      ...env,
    },
  });

  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const leaveNothing = () => child.kill('SIGKILL');
  process.once('exit', leaveNothing);
  void ended.then(() => process.off('exit', leaveNothing));

  const url = await new Promise<string>((resolve, reject) => {
    const giveUp = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`The server ${why}. It printed:\n${output}`));
    };
    const timer = setTimeout(() => giveUp(`did not listen within ${readyWithinMs} ms`), readyWithinMs);
    const hear = (chunk: string) => {
      output += chunk;
      const said = /is listening on (http:\/\/\S+)/.exec(output)?.[1];
      if (!said) return;
      clearTimeout(timer);
      resolve(said);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('error', (error) => giveUp(`could not be started (${error.message})`));
    void ended.then((code) => giveUp(`ended with ${code ?? 'a signal'} before it listened`));
  }).catch(async (error: unknown) => {
    if (child.pid !== undefined) await end('SIGKILL');
    throw error;
  });

  return {
    url,
    pid: child.pid ?? 0,
    get output() {
      return output;
    },
    kill: async (signal) => void (await end(signal)),
    async stop() {
      const insist = setTimeout(leaveNothing, stopsWithinMs);
      const code = await end('SIGTERM');
      clearTimeout(insist);
      return code;
    },
  };
}
