import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { spawnServer } from '../../support/server/spawn-server';

/** A server that is measured: where it listens, and what CPU its process says it has used. */
export interface Side {
  readonly name: string;
  readonly url: string;
  /** Microseconds, by its own `process.cpuUsage`. */
  cpu(): Promise<number>;
  stop(): Promise<unknown>;
}

const tellCpu = join(__dirname, 'tell-cpu.js');
const atOnce = 16;

export async function ourSide(databaseUrl: string): Promise<Side> {
  const server = await spawnServer({ databaseUrl, env: { NODE_OPTIONS: `--require ${tellCpu}` } });
  const cpu = () => told(server.pid, () => server.output);
  return { name: 'this server', url: server.url, cpu, stop: () => server.stop() };
}

export async function rawSide(databaseUrl: string): Promise<Side> {
  const args = ['--require', tellCpu, '--enable-source-maps', join(__dirname, 'raw-server.js'), databaseUrl];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const leaveNothing = () => child.kill('SIGKILL');
  process.once('exit', leaveNothing);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (said: string) => (output += said));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const stop = async () => {
    process.off('exit', leaveNothing);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    leaveNothing();
    await ended;
  };
  const cpu = () => told(child.pid!, () => output);
  return { name: 'raw Node', url: output.split('\n')[0]!, cpu, stop };
}

async function told(pid: number, output: () => string): Promise<number> {
  const lines = () => [...output().matchAll(/^cpu (\d+)$/gm)];
  const before = lines().length;
  process.kill(pid, 'SIGWINCH');
  while (lines().length === before) await new Promise((resolve) => setTimeout(resolve, 5));
  return Number(lines().at(-1)![1]);
}

export interface Ask {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expects: number;
}

export interface Answered {
  readonly body: string;
  readonly etag: string | undefined;
}

/** Microseconds of CPU for each of these requests, sixteen at a time. */
export async function measure(side: Side, asks: readonly Ask[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const before = await side.cpu();
  let next = 0;
  const worker = async () => {
    while (next < asks.length) await ask(side, asks[next++]!, agent);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const used = (await side.cpu()) - before;
  agent.destroy();
  return used / asks.length;
}

export function ask({ url }: Side, { path, headers = {}, expects }: Ask, agent?: Agent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { ...(agent && { agent }), headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      answer.once('end', () => {
        if (answer.statusCode === expects) resolve({ body, etag: answer.headers.etag });
        else reject(new Error(`${path} answered ${answer.statusCode}: ${body.slice(0, 300)}`));
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}
