import { randomBytes } from 'node:crypto';
import { WechatFailure } from './failure';

const livesSeconds = 7_200;
const renewedBeforeEndSeconds = 300;
const forcedApartSeconds = 30;
const forcedPerDay = 20;

/**
 * The stable access token: asked again it stays the same until five minutes before its end;
 * a forced refresh ends the old one at once, at most every 30 seconds and 20 times a day.
 */
export class AccessTokens {
  private readonly endsAt = new Map<string, number>();
  private current = '';
  private forcedAt: number[] = [];

  /** @param now seconds */
  constructor(private readonly now: () => number) {}

  give(isForced: boolean): { access_token: string; expires_in: number } {
    if (isForced && this.mayForce()) {
      this.endsAt.delete(this.current);
      this.current = '';
    }
    if (this.secondsLeft() <= renewedBeforeEndSeconds) {
      this.current = randomBytes(48).toString('base64url');
      this.endsAt.set(this.current, this.now() + livesSeconds);
    }
    return { access_token: this.current, expires_in: this.secondsLeft() };
  }

  /** Makes every token invalid, as another server's forced refresh would. */
  revoke(): void {
    this.endsAt.clear();
    this.current = '';
  }

  /** @throws WechatFailure 41001, 40001 or 42001. */
  check(token: string | null): void {
    if (!token) throw new WechatFailure(41001);
    const endsAt = this.endsAt.get(token);
    if (endsAt === undefined) throw new WechatFailure(40001);
    if (endsAt <= this.now()) throw new WechatFailure(42001);
  }

  private secondsLeft(): number {
    return (this.endsAt.get(this.current) ?? 0) - this.now();
  }

  private mayForce(): boolean {
    const now = this.now();
    this.forcedAt = this.forcedAt.filter((at) => at > now - 86_400);
    if (this.forcedAt.length >= forcedPerDay) throw new WechatFailure(45009);
    if (now - (this.forcedAt.at(-1) ?? -Infinity) < forcedApartSeconds) return false;
    this.forcedAt.push(now);
    return true;
  }
}
