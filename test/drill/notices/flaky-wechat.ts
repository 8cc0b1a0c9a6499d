import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

/** What becomes of the first message to somebody, in thousandths; the rest is delivered. */
const fates = [
  ['refused', 30],
  ['busy', 30],
  ['half', 15],
  ['lost', 10],
  ['broken', 10],
  ['slow', 20],
  ['hang', 1],
] as const;
type Fate = (typeof fates)[number][0] | 'fine';

export interface FlakyWechat {
  readonly url: string;
  /** How often each person was given a message. */
  readonly given: ReadonlyMap<string, number>;
  readonly asked: number;
  close(): Promise<void>;
}

/**
 * WeChat on a bad day. Some messages are delivered though their answer is lost or cut in half, some lines break before
 * anything is done; who is meant decides, so that every run meets the same faults.
 */
export async function startFlakyWechat(): Promise<FlakyWechat> {
  const given = new Map<string, number>();
  const seen = new Set<string>();
  let asked = 0;
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const say = (answer: object) => {
        const text = JSON.stringify(answer);
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
        return text;
      };
      if (request.url?.startsWith('/cgi-bin/stable_token'))
        return void response.end(say({ access_token: 'a-token', expires_in: 7_200 }));
      const { touser: openid } = JSON.parse(body) as { touser: string };
      asked += 1;
      const fate = seen.has(openid) ? 'fine' : fateOf(openid);
      seen.add(openid);
      if (fate === 'refused') return void response.end(say({ errcode: 43101, errmsg: 'user refuse' }));
      if (fate === 'busy') return void response.end(say({ errcode: -1, errmsg: 'system error' }));
      if (fate === 'broken') return void response.destroy();
      if (fate === 'hang') return;
      given.set(openid, (given.get(openid) ?? 0) + 1);
      if (fate === 'lost') return void response.destroy();
      const text = say({ errcode: 0, errmsg: 'ok' });
      if (fate === 'half') return void response.write(text.slice(0, 9), () => response.destroy());
      setTimeout(() => response.end(text), fate === 'slow' ? 400 : 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    given,
    get asked() {
      return asked;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function fateOf(openid: string): Fate {
  let place = createHash('sha256').update(openid).digest().readUInt16BE(0) % 1_000;
  for (const [fate, share] of fates) {
    if (place < share) return fate;
    place -= share;
  }
  return 'fine';
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
