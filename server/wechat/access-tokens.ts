import { setTimeout as pause } from 'node:timers/promises';
import type { WechatSettings } from '../../config/settings';
import type { Clock } from '../calendar/clock';
import type { Database } from '../database/database';
import { faultOf } from '../database/database-errors';
import type { Seal } from '../secrecy/seal';
import { WechatToken } from './access-token.entity';
import { WechatError } from './wechat-error';
import type { WechatLine } from './wechat-line';

/** From five minutes before its end WeChat gives a new token, and takes both. */
const renewBeforeEndMs = 5 * 60_000;
/** WeChat forces a new one every 30 seconds at most; sooner it gives the old one again. */
const forcedApartMs = 60_000;
/** Longer than one renewal with its timeouts can take. */
const leaseMs = 20_000;
const waits = { tries: 120, stepMs: 100 } as const;

interface Held {
  readonly token: string;
  readonly endsAt: Date;
}

/**
 * The stable access token, kept in the database for all server processes. Whoever finds it near its end takes the lease
 * by a guarded update and renews it; the others wait for the row. So a burst from many processes renews it once.
 */
export class AccessTokens {
  private held: Held | undefined;
  private asking: Promise<string> | undefined;

  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
    private readonly clock: Clock,
    private readonly line: WechatLine,
    private readonly settings: WechatSettings,
  ) {}

  /**
   * A token that WeChat takes.
   *
   * @param refused one that WeChat has just refused: any other will do.
   * @throws WechatError when there is none and WeChat gives none.
   */
  async current(refused?: string): Promise<string> {
    const { held } = this;
    if (held && held.token !== refused && !this.isNearEnd(held)) return held.token;
    // One question of this process at a time; who was refused another token asks after it.
    const before = this.asking;
    if (before) {
      const token = await before;
      return token === refused ? this.current(refused) : token;
    }
    this.asking = this.shared(refused).finally(() => (this.asking = undefined));
    return this.asking;
  }

  private isNearEnd({ endsAt }: Held): boolean {
    return endsAt.getTime() - this.clock.now().getTime() <= renewBeforeEndMs;
  }

  /** The token in the row, renewed by this process if it is the one that gets the lease. */
  private async shared(refused: string | undefined): Promise<string> {
    for (let turn = 0; turn < waits.tries; turn += 1) {
      const row = await this.row();
      const kept = this.heldIn(row);
      if (kept && kept.token !== refused && !this.isNearEnd(kept)) return this.hold(kept);
      if (await this.takeLease(row)) return this.renew(row, kept, refused);
      // Old but not refused: good enough while somebody else renews it.
      if (kept && kept.token !== refused && kept.endsAt > this.clock.now()) return kept.token;
      await pause(waits.stepMs);
    }
    throw new WechatError('unsent', undefined, 'no token');
  }

  private async renew(
    row: WechatToken,
    kept: Held | undefined,
    refused: string | undefined,
  ): Promise<string> {
    try {
      const now = this.clock.now();
      let given = await this.ask(false);
      // The normal mode gives the refused one again when WeChat does not know that it is worth nothing.
      const mustForce =
        given.token === refused && now.getTime() - (row.forcedAt?.getTime() ?? 0) >= forcedApartMs;
      if (mustForce) given = await this.ask(true);
      const forcedAt = mustForce ? now : row.forcedAt;
      await this.keep(row, { tokenSealed: this.seal.seal(given.token), endsAt: given.endsAt, forcedAt });
      return this.hold(given);
    } catch (error) {
      await this.keep(row, {});
      if (kept && kept.token !== refused && kept.endsAt > this.clock.now()) return kept.token;
      throw error;
    }
  }

  private async ask(isForced: boolean): Promise<Held> {
    const { appId: appid, appSecret: secret } = this.settings;
    const answer = await this.line.post(
      '/cgi-bin/stable_token',
      {},
      { grant_type: 'client_credential', appid, secret, force_refresh: isForced },
    );
    const { access_token: token, expires_in: seconds } = answer;
    if (typeof token !== 'string' || token === '') throw new WechatError('unknown');
    return { token, endsAt: new Date(this.clock.now().getTime() + Number(seconds) * 1000) };
  }

  private hold(held: Held): string {
    this.held = held;
    return held.token;
  }

  private heldIn({ tokenSealed, endsAt }: WechatToken): Held | undefined {
    return tokenSealed && endsAt ? { token: this.seal.open(tokenSealed), endsAt } : undefined;
  }

  private async row(): Promise<WechatToken> {
    const { rows } = this.database;
    const { appId } = this.settings;
    const known = await rows.findOneBy(WechatToken, { appId });
    if (known) return known;
    const empty = {
      ...{ appId, generation: 0, tokenSealed: null, endsAt: null },
      ...{ renewedUntil: null, forcedAt: null },
    };
    try {
      await rows.insert(WechatToken, empty);
      return empty;
    } catch (error) {
      if (faultOf(error) !== 'duplicate') throw error;
      return rows.findOneByOrFail(WechatToken, { appId });
    }
  }

  private async takeLease({ appId, generation }: WechatToken): Promise<boolean> {
    const now = this.clock.now();
    const { affected } = await this.database.rows
      .createQueryBuilder()
      .update(WechatToken)
      .set({ renewedUntil: new Date(now.getTime() + leaseMs) })
      .where('appId = :appId AND generation = :generation', { appId, generation })
      .andWhere('(renewedUntil IS NULL OR renewedUntil <= :now)', { now })
      .execute();
    return affected === 1;
  }

  /** Gives the lease back, with the new token where there is one. */
  private async keep(
    { appId, generation }: WechatToken,
    given: Partial<Pick<WechatToken, 'tokenSealed' | 'endsAt' | 'forcedAt'>>,
  ): Promise<void> {
    await this.database.rows.update(
      WechatToken,
      { appId, generation },
      { ...given, generation: generation + ('tokenSealed' in given ? 1 : 0), renewedUntil: null },
    );
  }
}
