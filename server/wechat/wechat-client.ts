import { Logger } from '@nestjs/common';
import type { WechatSettings } from '../../config/settings';
import { Refusal } from '../http/refusals';
import type { AccessTokens } from './access-tokens';
import type { SubscribeMessage } from './subscribe-message';
import { codePoints, worstOf, type Verdict } from './texts.rules';
import { errcodes, WechatError } from './wechat-error';
import type { WechatAnswer, WechatLine } from './wechat-line';

/** Who WeChat says is holding the phone. */
export interface WechatIdentity {
  readonly openid: string;
  readonly unionid?: string;
}

/** Where a text or a picture will be shown (WeChat's numbers for it). */
export const scenes = { profile: 1, comment: 2, forum: 3, log: 4 } as const;
export type CheckedScene = keyof typeof scenes;

const mediaTypes = { audio: 1, picture: 2 } as const;
const tries = 2;

/**
 * The one client of WeChat's server API. Each method says what a second try may do: only what WeChat has not done,
 * or what may be done twice, is tried again. Secrets, codes, texts and numbers are never logged.
 */
export class WechatClient {
  private readonly log = new Logger('WeChat');

  constructor(
    private readonly settings: WechatSettings,
    private readonly line: WechatLine,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * Trades the code of `wx.login` for the person's openid (`/sns/jscode2session`).
   * A code is good once and for five minutes; only "busy" is worth a second try.
   *
   * @throws Refusal `signIn.codeRefused`, `signIn.tooOften`, `signIn.risky` or `wechat.busy`.
   */
  async identityOf(code: string): Promise<WechatIdentity> {
    const { appId: appid, appSecret: secret } = this.settings;
    const query = { appid, secret, js_code: code, grant_type: 'authorization_code' };
    try {
      const { openid, unionid } = await again(isUndone, () => this.line.get('/sns/jscode2session', query));
      if (typeof openid !== 'string') throw new WechatError('unknown');
      return { openid, unionid: typeof unionid === 'string' ? unionid : undefined };
    } catch (error) {
      const { fate, errcode } = wechatErrorIn(error);
      if (fate !== 'refused' || errcode === errcodes.busy) throw new Refusal('wechat.busy');
      if (errcode === errcodes.minuteQuotaReached) throw new Refusal('signIn.tooOften');
      if (errcode === errcodes.risky) throw new Refusal('signIn.risky');
      throw new Refusal('signIn.codeRefused');
    }
  }

  /**
   * The number behind the code of WeChat's phone button, eleven digits. The code is good once and for five minutes, and
   * each success costs money, so only what was not done is tried again.
   *
   * @throws Refusal `phone.codeRefused` or `wechat.busy`.
   */
  async phoneOf(code: string): Promise<string> {
    try {
      const answer = await again(isUndone, () => this.post('/wxa/business/getuserphonenumber', { code }));
      const { purePhoneNumber, countryCode } = (answer.phone_info ?? {}) as Record<string, unknown>;
      if (typeof purePhoneNumber !== 'string') throw new WechatError('unknown');
      // A number from abroad cannot be called or reached by SMS from here.
      if (String(countryCode ?? '86') !== '86') throw new Refusal('phone.codeRefused');
      return purePhoneNumber;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const { errcode } = wechatErrorIn(error);
      const isCode = errcode === errcodes.codeInvalid || errcode === errcodes.codeUsed;
      throw new Refusal(isCode ? 'phone.codeRefused' : 'wechat.busy');
    }
  }

  /**
   * What WeChat finds in a text (`/wxa/msg_sec_check` v2), 2,500 characters at a time; the worst part counts. WeChat
   * only judges for somebody who visited within two hours: for anybody else it is `review`, so that a person looks.
   *
   * @param openid of the one who wrote it.
   * @throws Refusal `wechat.busy` when WeChat does not answer or the quota is used up.
   */
  async checkText(openid: string, text: string, scene: CheckedScene): Promise<Verdict> {
    const verdicts: Verdict[] = [];
    for (const content of codePoints(text, 2_500)) {
      const body = { content, version: 2, scene: scenes[scene], openid };
      verdicts.push(await this.judged(body));
    }
    return worstOf(verdicts);
  }

  /**
   * Gives a picture or a recording to WeChat's check (`/wxa/media_check_async`), which fetches it by itself. The verdict
   * comes by message push within half an hour and is kept: see `MediaVerdicts`.
   *
   * @param url where WeChat fetches it: public, at most 10 MB.
   * @returns the trace id under which the verdict comes.
   * @throws Refusal `wechat.busy`.
   */
  async checkMedia(
    openid: string,
    url: string,
    kind: keyof typeof mediaTypes,
    scene: CheckedScene,
  ): Promise<string> {
    const body = {
      ...{ media_url: url, media_type: mediaTypes[kind], version: 2 },
      ...{ scene: scenes[scene], openid },
    };
    try {
      const answer = await again(isUndone, () => this.post('/wxa/media_check_async', body));
      if (typeof answer.trace_id !== 'string') throw new WechatError('unknown');
      return answer.trace_id;
    } catch (error) {
      wechatErrorIn(error);
      throw new Refusal('wechat.busy');
    }
  }

  /**
   * A mini-program code that opens a page (`/wxa/getwxacodeunlimit`).
   *
   * @param scene at most 32 visible ASCII characters, which the page receives.
   * @param page as in the list of pages, without a leading slash: `pages/batch/index`.
   * @returns the picture's bytes.
   * @throws Refusal `wechat.busy`; an Error where scene or page are wrong, since then our own code is.
   */
  async codeFor(scene: string, page: string): Promise<Buffer> {
    const { envVersion } = this.settings;
    const body = { scene, page, check_path: envVersion === 'release', env_version: envVersion };
    try {
      return await again(isHarmless, () =>
        this.withToken((token) => this.line.postForBytes('/wxa/getwxacodeunlimit', token, body)),
      );
    } catch (error) {
      const failure = wechatErrorIn(error);
      const isOurs = failure.fate === 'refused' && !failure.isForLater;
      throw isOurs
        ? new Error(`mini-program code refused: ${failure.errcode} ${failure.said}`)
        : new Refusal('wechat.busy');
    }
  }

  /**
   * Sends one subscribe message, and never a second time: what becomes of a failure is the sender's to decide.
   *
   * @throws WechatError with its fate and WeChat's number.
   */
  async send(message: SubscribeMessage): Promise<void> {
    const state = { release: 'formal', trial: 'trial', develop: 'developer' }[this.settings.envVersion];
    await this.post('/cgi-bin/message/subscribe/send', {
      ...{ touser: message.openid, template_id: message.templateId, page: message.page },
      ...{ miniprogram_state: state, lang: 'zh_CN' },
      data: Object.fromEntries(Object.entries(message.fields).map(([key, value]) => [key, { value }])),
    });
  }

  private async judged(body: object): Promise<Verdict> {
    try {
      const answer = await again(isHarmless, () => this.post('/wxa/msg_sec_check', body));
      const { suggest } = (answer.result ?? {}) as { suggest?: unknown };
      return suggest === 'pass' || suggest === 'risky' ? suggest : 'review';
    } catch (error) {
      const { errcode } = wechatErrorIn(error);
      if (errcode === errcodes.visitTooOld || errcode === errcodes.openidUnknown) return 'review';
      throw new Refusal('wechat.busy');
    }
  }

  private post(path: string, body: object): Promise<WechatAnswer> {
    return this.withToken((token) => this.line.post(path, token, body));
  }

  /** A token that WeChat refuses is renewed once, and the request asked again: WeChat has not done it. */
  private async withToken<Answer>(
    ask: (query: { access_token: string }) => Promise<Answer>,
  ): Promise<Answer> {
    const token = await this.token();
    try {
      return await ask({ access_token: token });
    } catch (error) {
      const refused: readonly (number | undefined)[] = errcodes.tokenRefused;
      if (!(error instanceof WechatError) || !refused.includes(error.errcode)) throw error;
      return ask({ access_token: await this.token(token) });
    }
  }

  /** Without a token nothing of the request itself was sent. */
  private async token(refused?: string): Promise<string> {
    try {
      return await this.tokens.current(refused);
    } catch (error) {
      if (error instanceof WechatError) throw new WechatError('unsent', undefined, error.message);
      // The database did not give the token: of the request itself nothing left either.
      this.log.error(error);
      throw new WechatError('unsent', undefined, 'token not read');
    }
  }
}

/** Not done for certain: busy, or never connected. */
function isUndone({ fate, errcode }: WechatError): boolean {
  return fate === 'unsent' || errcode === errcodes.busy;
}

/** For what may be done twice. */
function isHarmless(error: WechatError): boolean {
  return error.fate === 'unknown' || isUndone(error);
}

async function again<Answer>(
  mayAgain: (error: WechatError) => boolean,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === tries || !(error instanceof WechatError) || !mayAgain(error)) throw error;
    }
  }
}

/** WeChat's failure, or whatever else went wrong thrown on: a surprise is not WeChat's. */
function wechatErrorIn(error: unknown): WechatError {
  if (error instanceof WechatError) return error;
  throw error;
}
