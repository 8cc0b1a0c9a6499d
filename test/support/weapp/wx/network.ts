import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { types } from 'node:util';
import type { Area, Host, Options } from './host';

const standardTimeoutMs = 60_000;

interface Answer {
  readonly statusCode: number;
  readonly header: Record<string, unknown>;
  readonly cookies: readonly string[];
  readonly data: unknown;
}
type Callback = (result: unknown) => void;

/** `wx.request`, over whatever signal the phone has. */
export function network(host: Host): Area {
  return {
    asIs: {
      request(options: Options) {
        const asked = new AskedRequest(host, options, 'request');
        void host.working(asked.run());
        return {
          abort: () => asked.end('abort'),
          onHeadersReceived() {},
          offHeadersReceived() {},
          onChunkReceived() {},
          offChunkReceived() {},
        };
      },
    },
  };
}

/** One request on its way: it ends once, by an answer or by the first thing that goes wrong. */
export class AskedRequest {
  private line: ClientRequest | undefined;
  private finish: (end: Answer | string) => void = () => undefined;
  private readonly ended = new Promise<Answer | string>((resolve) => (this.finish = resolve));

  constructor(
    private readonly host: Host,
    private readonly options: Options,
    /** The function of `wx` that was called: `request`. */
    private readonly name: string,
  ) {}

  /** Ends the request with these words after `request:fail `. */
  end(why: string): void {
    this.line?.destroy();
    this.finish(why);
  }

  async run(): Promise<void> {
    const { phone, timers } = this.host;
    const { signal } = phone;
    const { options } = this;
    phone.calls.push({ name: this.name, options });
    // The phone notices at once that there is no signal, and a signal that goes takes what is on its way with it.
    const stopWatching = phone.watchSignal(() => phone.isConnected || this.end(''));
    const timeout = timers.setTimeout(
      () => this.end('timeout'),
      Number(options.timeout ?? standardTimeoutMs),
    );
    if (signal === 'off') this.end('');
    else timers.setTimeout(() => this.send(), signal === 'slow' ? phone.slowMs : 0);

    const end = await this.ended;
    stopWatching();
    timers.clear(timeout);
    timers.setTimeout(() => this.tell(end));
  }

  private tell(end: Answer | string): void {
    const { realm, guarded } = this.host;
    const { success, fail, complete } = this.options as {
      success?: Callback;
      fail?: Callback;
      complete?: Callback;
    };
    const isAnswered = typeof end !== 'string';
    const result = realm.given<Record<string, unknown>>(
      isAnswered ? { ...end, errMsg: `${this.name}:ok` } : { errMsg: `${this.name}:fail ${end}` },
    );
    // Bytes do not survive JSON.
    if (isAnswered && types.isAnyArrayBuffer(end.data)) result.data = end.data;
    guarded(() => (isAnswered ? success : fail)?.(result));
    guarded(() => complete?.(result));
  }

  private send(): void {
    const { url, method, header, body } = wired(this.options, this.host.phone.reroute);
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const line = (this.line = send(
      url,
      { method, headers: header, agent: false, signal: this.host.untilKilled },
      (response) => void this.hear(response),
    ));
    line.on('error', (error) => this.finish(`errcode:-1 ${error.message}`));
    line.end(body);
  }

  private async hear(response: IncomingMessage): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of response) chunks.push(chunk as Buffer);
    } catch (error) {
      return this.finish(`errcode:-1 ${(error as Error).message}`);
    }
    // The server did its work; only the phone never hears of it, and gives up in its own time.
    if (this.host.phone.signal === 'answers lost') return;
    this.finish({
      statusCode: response.statusCode ?? 0,
      header: response.headers,
      cookies: response.headers['set-cookie'] ?? [],
      data: dataOf(Buffer.concat(chunks), this.options),
    });
  }
}

function wired(
  { url: address, method: verb, header: headers, data }: Options,
  reroute: Readonly<Record<string, string>>,
) {
  const wanted = new URL(String(address));
  const url = new URL(wanted.pathname + wanted.search, reroute[wanted.origin] ?? wanted.origin);
  const method = String(verb ?? 'GET').toUpperCase();
  const given = Object.entries((headers ?? {}) as Record<string, unknown>).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  const header: Record<string, string> = {
    'content-type': 'application/json',
    ...(Object.fromEntries(given) as Record<string, string>),
    referer: 'https://servicewechat.com/wxtest/devtools/page-frame.html',
  };
  if (data === undefined || data === null) return { url, method, header, body: undefined };
  if (method === 'GET' && typeof data === 'object') {
    for (const [name, value] of Object.entries(data)) url.searchParams.set(name, String(value));
    return { url, method, header, body: undefined };
  }
  const isForm = header['content-type']?.includes('x-www-form-urlencoded');
  const body =
    typeof data === 'string'
      ? data
      : isForm
        ? new URLSearchParams(data as Record<string, string>).toString()
        : JSON.stringify(data);
  return { url, method, header: { ...header, 'content-length': String(Buffer.byteLength(body)) }, body };
}

function dataOf(bytes: Buffer, { responseType, dataType }: Options): unknown {
  if (responseType === 'arraybuffer')
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const text = bytes.toString('utf8');
  if (dataType !== undefined && dataType !== 'json') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
