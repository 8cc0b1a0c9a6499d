import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { AccessTokens } from './access-tokens';
import { testAccount } from './account';
import { endpoints, openidOfUnknownCode, type Asked, type Memory, type SubscribeMessage } from './answers';
import { Codes } from './codes';
import { WechatFailure } from './failure';

export { testAccount, type SubscribeMessage };

export interface WechatOptions {
  readonly port?: number;
  readonly appId?: string;
  readonly appSecret?: string;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
  /** Gives every unknown login code an openid of its own: developer tools bring codes of their own. */
  readonly acceptAnyCode?: boolean;
  /** How often one person may sign in within a minute before WeChat says 45011. */
  readonly signInsPerMinute?: number;
  /** Counts acceptances (see `accept`); otherwise everybody accepts every message. */
  readonly countConsents?: boolean;
  /** The templates of the account; any, when not given. */
  readonly templates?: readonly string[];
  /** The published pages, without a leading slash; any, when not given. */
  readonly pages?: readonly string[];
  /** What the text check finds; it passes everything when not given. */
  readonly judge?: (text: string) => 'pass' | 'review' | 'risky';
}

/** An error of WeChat's own, or how the line fails: no answer, half an answer, a broken connection. */
export type Fault = { readonly errcode: number; readonly errmsg?: string } | 'hang' | 'half' | 'down';

export interface WechatCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface WechatStandIn {
  readonly url: string;
  /** A fresh login code of this person: good once, for five minutes. */
  issueCode(openid: string): string;
  /** A fresh code of the phone number button. */
  issuePhoneCode(number: string): string;
  /** She accepts `times` messages of a template. */
  accept(openid: string, templateId: string, times?: number): void;
  /** Makes every access token invalid. */
  revokeTokens(): void;
  /** The next requests to the path fail this way. */
  failNext(path: string, fault: Fault, times?: number): void;
  /** Nothing fails any more. */
  mend(): void;
  /** The subscribe messages that were delivered. */
  readonly sent: readonly SubscribeMessage[];
  /** Every request, in order. */
  readonly calls: readonly WechatCall[];
  close(): Promise<void>;
}

/** Starts a server on loopback that speaks WeChat's server API as far as this product uses it. */
export async function startWechat(options: WechatOptions = {}): Promise<WechatStandIn> {
  const now = options.now ?? Date.now;
  const calls: WechatCall[] = [];
  const faults = new Map<string, Fault[]>();
  const memory: Memory = {
    appId: options.appId ?? testAccount.appId,
    appSecret: options.appSecret ?? testAccount.appSecret,
    now,
    signInsPerMinute: options.signInsPerMinute ?? 100,
    loginCodes: new Codes(now, options.acceptAnyCode ? openidOfUnknownCode : undefined),
    phoneCodes: new Codes(now),
    tokens: new AccessTokens(() => Math.floor(now() / 1000)),
    visits: new Map(),
    sent: [],
    consents: options.countConsents ? new Map() : undefined,
    templates: options.templates,
    pages: options.pages,
    judge: options.judge ?? (() => 'pass'),
  };

  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://stand-in');
    const method = request.method ?? 'GET';
    const text = await textOf(request);
    const body = parsed(text);
    calls.push({ method, path, query: Object.fromEntries(query), body: body ?? text });

    const fault = faults.get(path)?.shift();
    if (fault === 'hang') return;
    if (fault === 'down') return void response.destroy();
    if (!endpoints[path]) return void response.writeHead(404).end();
    const answer =
      typeof fault === 'object'
        ? { errmsg: 'as the test wished', ...fault }
        : answerTo(method, path, { query, body: body ?? {} });

    const bytes = Buffer.isBuffer(answer) ? answer : Buffer.from(JSON.stringify(answer));
    response.writeHead(200, {
      'content-type': Buffer.isBuffer(answer)
        ? 'image/gif'
        : path.startsWith('/sns/')
          ? 'text/plain'
          : 'application/json; encoding=utf-8',
      'content-length': bytes.length,
    });
    if (fault !== 'half') return void response.end(bytes);
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  }

  function answerTo(method: string, path: string, asked: Asked): object | Buffer {
    const endpoint = endpoints[path];
    try {
      if (endpoint?.method !== method) throw new WechatFailure(43002);
      if (endpoint.needsToken) memory.tokens.check(asked.query.get('access_token'));
      return endpoint.answer(asked, memory);
    } catch (error) {
      if (error instanceof WechatFailure) return { errcode: error.errcode, errmsg: error.message };
      throw error;
    }
  }

  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');

  return {
    url: `http://127.0.0.1:${address.port}`,
    issueCode: (openid) => memory.loginCodes.issue(openid),
    issuePhoneCode: (number) => memory.phoneCodes.issue(number),
    accept: (openid, templateId, times = 1) => {
      const consent = `${openid} ${templateId}`;
      memory.consents?.set(consent, (memory.consents.get(consent) ?? 0) + times);
    },
    revokeTokens: () => memory.tokens.revoke(),
    failNext: (path, fault, times = 1) => {
      faults.set(path, [...(faults.get(path) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    mend: () => faults.clear(),
    sent: memory.sent,
    calls,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
