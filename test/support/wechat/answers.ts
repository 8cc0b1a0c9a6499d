import { createHash, randomBytes } from 'node:crypto';
import type { AccessTokens } from './access-tokens';
import { Codes } from './codes';
import { WechatFailure } from './failure';
import { brokenField } from './field-rules';

/** What a request brought: the query, and the body when it was JSON. */
export interface Asked {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SubscribeMessage {
  readonly touser: string;
  readonly template_id: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
  readonly page?: string;
  readonly miniprogram_state?: string;
  readonly lang?: string;
}

/** What the stand-in knows between two requests. */
export interface Memory {
  readonly appId: string;
  readonly appSecret: string;
  /** Milliseconds. */
  readonly now: () => number;
  readonly signInsPerMinute: number;
  readonly loginCodes: Codes;
  readonly phoneCodes: Codes;
  readonly tokens: AccessTokens;
  readonly visits: Map<string, number[]>;
  readonly sent: SubscribeMessage[];
  /** Acceptances left, by `openid template`; `undefined` when everybody accepts everything. */
  readonly consents: Map<string, number> | undefined;
  readonly templates: readonly string[] | undefined;
  readonly pages: readonly string[] | undefined;
  readonly judge: (text: string) => 'pass' | 'review' | 'risky';
}

export interface Endpoint {
  readonly method: 'GET' | 'POST';
  /** Whether the query must carry a valid access token. */
  readonly needsToken: boolean;
  readonly answer: (asked: Asked, memory: Memory) => object | Buffer;
}

const twoHoursMs = 2 * 3_600_000;
/** A picture of one pixel stands for the mini-program code. */
const onePixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** The openid of whoever brings a code that was never issued here. */
export function openidOfUnknownCode(code: string): string {
  return `o${createHash('sha256').update(code).digest('base64url').slice(0, 27)}`;
}

/** WeChat's server API, as far as the server uses it: one entry per path. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  '/sns/jscode2session': {
    method: 'GET',
    needsToken: false,
    answer({ query }, memory) {
      checkAccount(memory, query.get('appid'), query.get('secret'));
      if (query.get('grant_type') !== 'authorization_code') throw new WechatFailure(40002);
      const code = query.get('js_code');
      if (!code) throw new WechatFailure(41008);
      const visitor = memory.loginCodes.meaningOf(code);
      if (visitor !== undefined && isTooOften(visitor, memory)) throw new WechatFailure(45011);
      const openid = memory.loginCodes.use(code);
      memory.visits.set(openid, [...(memory.visits.get(openid) ?? []), memory.now()]);
      return { session_key: randomBytes(16).toString('base64'), openid };
    },
  },

  '/cgi-bin/stable_token': {
    method: 'POST',
    needsToken: false,
    answer({ body }, memory) {
      if (body.grant_type !== 'client_credential') throw new WechatFailure(40002);
      checkAccount(memory, body.appid, body.secret);
      return memory.tokens.give(body.force_refresh === true);
    },
  },

  '/wxa/business/getuserphonenumber': {
    method: 'POST',
    needsToken: true,
    answer({ body }, { appId, now, phoneCodes }) {
      const number = phoneCodes.use(String(body.code ?? ''));
      const watermark = { timestamp: Math.floor(now() / 1000), appid: appId };
      return ok({
        phone_info: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark },
      });
    },
  },

  '/cgi-bin/message/subscribe/send': {
    method: 'POST',
    needsToken: true,
    answer({ body }, { visits, templates, pages, consents, sent }) {
      const message = body as unknown as SubscribeMessage;
      if (!visits.has(message.touser)) throw new WechatFailure(40003);
      if (!message.template_id || templates?.includes(message.template_id) === false)
        throw new WechatFailure(40037);
      if (message.page && pages?.includes(message.page.split('?')[0] ?? '') === false)
        throw new WechatFailure(41030);
      const broken = brokenField(message.data ?? {});
      if (broken) throw new WechatFailure(47003, `data.${broken}.value invalid`);
      const consent = `${message.touser} ${message.template_id}`;
      const left = consents?.get(consent) ?? 0;
      if (consents && left < 1) throw new WechatFailure(43101);
      consents?.set(consent, left - 1);
      sent.push(message);
      return ok({ msgid: sent.length });
    },
  },

  '/wxa/msg_sec_check': {
    method: 'POST',
    needsToken: true,
    answer({ body }, { visits, now, judge }) {
      const { content, version, scene, openid } = body;
      if (typeof content !== 'string' || version !== 2) throw new WechatFailure(47001);
      if (content.length > 2_500) throw new WechatFailure(45002);
      if (![1, 2, 3, 4].includes(Number(scene))) throw new WechatFailure(40129);
      const lastVisit = visits.get(String(openid))?.at(-1);
      if (lastVisit === undefined) throw new WechatFailure(40003);
      if (now() - lastVisit > twoHoursMs) throw new WechatFailure(61010);
      const suggest = judge(content);
      const result = { suggest, label: suggest === 'pass' ? 100 : 21_000 };
      return ok({
        result,
        detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
        trace_id: randomBytes(12).toString('hex'),
      });
    },
  },

  '/wxa/media_check_async': {
    method: 'POST',
    needsToken: true,
    answer({ body }, { visits, now }) {
      const { media_url: url, media_type: type, version, scene, openid } = body;
      if (typeof url !== 'string' || !/^https?:/.test(url) || version !== 2) throw new WechatFailure(47001);
      if (![1, 2].includes(Number(type)) || ![1, 2, 3, 4].includes(Number(scene)))
        throw new WechatFailure(40129);
      const lastVisit = visits.get(String(openid))?.at(-1);
      if (lastVisit === undefined) throw new WechatFailure(40003);
      if (now() - lastVisit > twoHoursMs) throw new WechatFailure(61010);
      return ok({ trace_id: randomBytes(12).toString('hex') });
    },
  },

  '/wxa/getwxacodeunlimit': {
    method: 'POST',
    needsToken: true,
    answer({ body }, { pages }) {
      const { scene, page, check_path: checkPath = true } = body;
      if (typeof scene !== 'string' || scene.length < 1 || scene.length > 32) throw new WechatFailure(40169);
      if (!/^[\w!#$&'()*+,/:;=?@.~-]+$/.test(scene)) throw new WechatFailure(40129);
      const isKnown = typeof page !== 'string' || checkPath === false || pages?.includes(page) !== false;
      if (!isKnown || String(page ?? '').startsWith('/')) throw new WechatFailure(41030);
      return onePixel;
    },
  },
};

function ok(rest: object): object {
  return { errcode: 0, errmsg: 'ok', ...rest };
}

function checkAccount(memory: Memory, appId: unknown, appSecret: unknown): void {
  if (appId !== memory.appId) throw new WechatFailure(40013);
  if (appSecret !== memory.appSecret) throw new WechatFailure(40125);
}

function isTooOften(openid: string, { visits, now, signInsPerMinute }: Memory): boolean {
  const recent = (visits.get(openid) ?? []).filter((at) => at > now() - 60_000);
  return recent.length >= signInsPerMinute;
}
