import { Logger } from '@nestjs/common';
import { failedCall } from '../http/failed-call';
import { WechatError } from './wechat-error';

/** How long WeChat may take; a woman waits for some of these answers. */
export const answerWithinMs = 5_000;

export interface WechatAnswer {
  readonly errcode?: number;
  readonly errmsg?: string;
  readonly [key: string]: unknown;
}

/** One request to WeChat and its fate. What it carries (secrets, tokens, codes, texts) is never logged. */
export class WechatLine {
  private readonly log = new Logger('WeChat');

  /** @param apiUrl without a slash at its end. */
  constructor(private readonly apiUrl: string) {}

  get(path: string, query: Readonly<Record<string, string>>): Promise<WechatAnswer> {
    return this.ask(path, query, undefined, asJson);
  }

  post(path: string, query: Readonly<Record<string, string>>, body: object): Promise<WechatAnswer> {
    return this.ask(path, query, body, asJson);
  }

  /** For answers that are a file, or JSON when WeChat says no. */
  postForBytes(path: string, query: Readonly<Record<string, string>>, body: object): Promise<Buffer> {
    return this.ask(path, query, body, asBytes);
  }

  private async ask<Answer>(
    path: string,
    query: Readonly<Record<string, string>>,
    body: object | undefined,
    read: (response: Response) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      const response = await fetch(`${this.apiUrl}${path}?${new URLSearchParams(query).toString()}`, {
        signal: AbortSignal.timeout(answerWithinMs),
        ...(body && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new WechatError('unknown', undefined, `HTTP ${response.status}`);
      }
      return await read(response);
    } catch (error) {
      const failure = error instanceof WechatError ? error : failureOf(error);
      this.log.warn(`${path}: ${failure.message} ${failure.said}`.trimEnd());
      throw failure;
    }
  }
}

async function asJson(response: Response): Promise<WechatAnswer> {
  const answer = (await response.json()) as WechatAnswer | null;
  if (typeof answer !== 'object' || answer === null) throw new WechatError('unknown');
  if (answer.errcode) throw new WechatError('refused', Number(answer.errcode), saidIn(answer));
  return answer;
}

async function asBytes(response: Response): Promise<Buffer> {
  if (!/^image\//.test(response.headers.get('content-type') ?? '')) {
    await asJson(response);
    throw new WechatError('unknown');
  }
  return Buffer.from(await response.arrayBuffer());
}

/** Its sentence names a field or a limit; the id of the request behind it is of use only to WeChat. */
function saidIn({ errmsg }: WechatAnswer): string {
  return String(errmsg ?? '')
    .replace(/,? rid: .*$/, '')
    .slice(0, 80);
}

function failureOf(error: unknown): WechatError {
  const { isUnsent, why } = failedCall(error);
  return new WechatError(isUnsent ? 'unsent' : 'unknown', undefined, why);
}
