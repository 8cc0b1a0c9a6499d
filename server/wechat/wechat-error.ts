/**
 * What became of a request that WeChat did not grant.
 * - `refused`: WeChat answered with a number of its own; nothing was done.
 * - `unsent`: no connection was made; nothing was done.
 * - `unknown`: it was sent, but no whole answer came: it may have been done.
 */
export type WechatFate = 'refused' | 'unsent' | 'unknown';

/** WeChat's numbers that this server acts upon. */
export const errcodes = {
  busy: -1,
  tokenRefused: [40001, 40014, 42001],
  openidUnknown: 40003,
  codeInvalid: 40029,
  templateUnknown: 40037,
  codeUsed: 40163,
  risky: 40226,
  pageUnknown: 41030,
  userRefused: 43101,
  dayQuotaReached: 45009,
  minuteQuotaReached: 45011,
  fieldInvalid: 47003,
  visitTooOld: 61010,
} as const;

export class WechatError extends Error {
  constructor(
    readonly fate: WechatFate,
    /** WeChat's number, where it answered with one. */
    readonly errcode?: number,
    /** What WeChat said beside the number. */
    readonly said = '',
  ) {
    super(`WeChat: ${fate}${errcode === undefined ? '' : ` ${errcode}`}`);
  }

  /** Whether WeChat asks for patience: busy, or a quota is used up. Nothing was done. */
  get isForLater(): boolean {
    const later: readonly (number | undefined)[] = [
      errcodes.busy,
      errcodes.dayQuotaReached,
      errcodes.minuteQuotaReached,
    ];
    return this.fate === 'unsent' || (this.fate === 'refused' && later.includes(this.errcode));
  }
}
