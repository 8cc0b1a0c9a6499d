import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';
import type { Settings } from '../../config/settings';
import { Account } from '../accounts/account.entity';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { Refusal } from '../http/refusals';
import { SETTINGS } from '../http/settings-token';
import { MediaVerdicts } from '../wechat/pushes/media-verdicts';
import type { Verdict } from '../wechat/texts.rules';
import { WechatClient } from '../wechat/wechat-client';
import { Check } from './check.entity';
import { mediaAnswersWithinMs, mostMediaTries, stateAfter, waitAfter } from './checks.rules';
import { ChecksService } from './checks.service';
import { LentPictures } from './lent-pictures';

const atOnce = 20;

/** Brings what waits to WeChat and writes down what it says. While WeChat is down everything waits, unseen. */
@Injectable()
export class AskingService implements OnModuleInit {
  private readonly log = new Logger('Checks');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(LentPictures) private readonly lent: LentPictures,
    @Inject(WechatClient) private readonly wechat: WechatClient,
    @Inject(MediaVerdicts) private readonly verdicts: MediaVerdicts,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.verdicts.hear((traceId, verdict) => this.heard(traceId, verdict));
  }

  /** Asks about what is due. Safe on many servers at once. */
  async askDue(): Promise<void> {
    const due = await this.database.rows.find(Check, {
      where: { state: In(['pending', 'unknown']), nextTryAt: LessThanOrEqual(this.clock.now()) },
      order: { nextTryAt: 'ASC', id: 'ASC' },
      take: atOnce,
    });
    for (const check of due) await this.ask(check).catch((error: unknown) => this.log.error(error));
  }

  private async ask(check: Check): Promise<void> {
    const { id, fileId } = check;
    if (!(await this.claim(check))) return;
    try {
      const verdict = fileId === null ? await this.askWords(check) : await this.askPicture(check, fileId);
      if (verdict) await this.settle(id, { state: stateAfter(verdict) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.settle(id, { state: 'unknown' });
    }
  }

  /** Whether it is ours to ask now: whoever counts the try up first asks, and the next one comes later. */
  private claim({ id, tries }: Check): Promise<boolean> {
    return this.database.transact(async (tx) => {
      const check = await this.database.lock(tx, Check, id);
      if (check?.tries !== tries) return false;
      const nextTryAt = new Date(this.clock.now().getTime() + waitAfter(tries));
      await tx.update(Check, { id }, { tries: tries + 1, nextTryAt });
      return true;
    });
  }

  private async askWords({ about, aboutId, byAccountId }: Check): Promise<Verdict> {
    const openid = await this.openidOf(byAccountId);
    // Somebody who signs in by password is nobody to WeChat.
    if (!openid) return 'review';
    const text = await this.checks.room(about).textOf(this.database.rows, aboutId);
    return this.wechat.checkText(openid, text, 'forum');
  }

  /** Nothing where WeChat tells it later. */
  private async askPicture({ id, byAccountId, tries }: Check, fileId: string): Promise<Verdict | undefined> {
    const openid = await this.openidOf(byAccountId);
    const canFetch = this.settings.publicUrl.startsWith('https://');
    if (!openid || !canFetch || tries >= mostMediaTries) return 'review';
    const traceId = await this.wechat.checkMedia(openid, this.lent.addressOf(id, fileId), 'picture', 'forum');
    const nextTryAt = new Date(this.clock.now().getTime() + mediaAnswersWithinMs);
    await this.settle(id, { state: 'pending', traceId, nextTryAt });
    // The push may have been faster than our own note of the trace id.
    return this.verdicts.of(traceId);
  }

  private async heard(traceId: string, verdict: Verdict): Promise<void> {
    const check = await this.database.rows.findOneBy(Check, { traceId });
    if (check) await this.settle(check.id, { state: stateAfter(verdict) });
  }

  /** What a person decided, or what is known already, no later answer of WeChat's changes. */
  private async settle(id: string, found: Partial<Check>): Promise<void> {
    await this.database.transact(async (tx) => {
      const check = await this.database.lock(tx, Check, id);
      if (check?.state === 'pending' || check?.state === 'unknown')
        await this.checks.settle(tx, check, found);
    });
  }

  private async openidOf(accountId: string): Promise<string | null> {
    const account = await this.database.rows.findOneBy(Account, { id: accountId });
    return account?.openid ?? null;
  }
}
