import { randomBytes } from 'node:crypto';
import { WechatFailure } from './failure';

const livesMs = 5 * 60_000;

/** Codes that stand for something, once and for five minutes. */
export class Codes {
  private readonly issued = new Map<string, { meaning: string; at: number; isUsed: boolean }>();

  /** @param meaningOfUnknown gives a meaning to codes that were never issued here. */
  constructor(
    private readonly now: () => number,
    private readonly meaningOfUnknown?: (code: string) => string,
  ) {}

  issue(meaning: string): string {
    const code = `0${randomBytes(23).toString('base64url')}`;
    this.issued.set(code, { meaning, at: this.now(), isUsed: false });
    return code;
  }

  /** What the code stands for, without using it up. */
  meaningOf(code: string): string | undefined {
    return this.issued.get(code)?.meaning ?? this.meaningOfUnknown?.(code);
  }

  /** @throws WechatFailure 40029 when unknown or too old, 40163 when used. */
  use(code: string): string {
    const meaning = this.meaningOf(code);
    if (meaning === undefined) throw new WechatFailure(40029);
    const known = this.issued.get(code) ?? { meaning, at: this.now(), isUsed: false };
    if (known.isUsed) throw new WechatFailure(40163);
    if (this.now() - known.at > livesMs) throw new WechatFailure(40029);
    this.issued.set(code, { ...known, isUsed: true });
    return meaning;
  }
}
