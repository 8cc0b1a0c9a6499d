import { Logger } from '@nestjs/common';
import type { WechatSettings } from '../../config/settings';
import { Refusal } from '../http/refusals';

/** Who WeChat says is holding the phone. */
export interface WechatIdentity {
  readonly openid: string;
  readonly unionid?: string;
}

interface SessionAnswer {
  openid?: string;
  unionid?: string;
  errcode?: number;
  errmsg?: string;
}

const busy = -1;
const tooOften = 45011;
const risky = 40226;
const answerWithinMs = 5_000;
const tries = 2;

/** The one client of WeChat's server API. Secrets are never logged. */
export class WechatClient {
  private readonly log = new Logger('WeChat');

  constructor(private readonly settings: WechatSettings) {}

  /**
   * Trades the code of `wx.login` for the person's openid (`/sns/jscode2session`).
   * A code is good once and for five minutes; only "busy" is worth a second try.
   *
   * @throws Refusal `signIn.codeRefused`, `signIn.tooOften`, `signIn.risky` or `wechat.busy`.
   */
  async identityOf(code: string): Promise<WechatIdentity> {
    const query = new URLSearchParams({
      appid: this.settings.appId,
      secret: this.settings.appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    let answer: SessionAnswer = { errcode: busy };
    for (let attempt = 0; attempt < tries && answer.errcode === busy; attempt += 1) {
      answer = await this.get(`/sns/jscode2session?${query.toString()}`);
    }
    if (answer.openid) return { openid: answer.openid, unionid: answer.unionid };
    this.log.warn(`jscode2session answered ${answer.errcode ?? 'nothing'}`);
    if (answer.errcode === busy) throw new Refusal('wechat.busy');
    if (answer.errcode === tooOften) throw new Refusal('signIn.tooOften');
    if (answer.errcode === risky) throw new Refusal('signIn.risky');
    throw new Refusal('signIn.codeRefused');
  }

  private async get(path: string): Promise<SessionAnswer> {
    try {
      const response = await fetch(this.settings.apiUrl + path, {
        signal: AbortSignal.timeout(answerWithinMs),
      });
      return (await response.json()) as SessionAnswer;
    } catch (error) {
      this.log.warn(`WeChat did not answer: ${error instanceof Error ? error.name : 'unknown'}`);
      throw new Refusal('wechat.busy');
    }
  }
}
