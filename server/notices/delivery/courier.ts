import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Settings } from '../../../config/settings';
import { Account } from '../../accounts/account.entity';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { readRows } from '../../database/plain-rows';
import { SETTINGS } from '../../http/settings-token';
import { ConsentsService } from '../../women/consents.service';
import { consentsHeld } from '../../women/consents.rules';
import { Woman } from '../../women/woman.entity';
import { whenToDisturb, type Stance } from '../ladder.rules';
import { isToHer, type Climb, type Outcome, type Told } from './climb';
import { DeliveriesService } from './deliveries.service';
import type { Letter } from './letter';
import { SmsLetters } from './sms-letters';
import { WechatLetters } from './wechat-letters';

const atOnce = 10;

/** Who is told. */
interface Recipient {
  /** Nobody is there any more to be told, or she does not want to be. */
  readonly isGone: boolean;
  readonly hasAgreed: boolean;
  readonly woman?: Woman | undefined;
}

/**
 * Sends what is due, after the commit of the change that wrote it; any number of servers do so side by side. An attempt is
 * on record before anything leaves, so a message is sent once at most on each rung: when a worker dies in between, nobody
 * knows whether it arrived, and the next rung is taken instead.
 */
@Injectable()
export class Courier implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Courier');
  private readonly worker = newId();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private isStopping = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DeliveriesService) private readonly deliveries: DeliveriesService,
    @Inject(ConsentsService) private readonly consents: ConsentsService,
    @Inject(WechatLetters) private readonly wechatLetters: WechatLetters,
    @Inject(SmsLetters) private readonly smsLetters: SmsLetters,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    const { everySeconds } = this.settings.notices;
    if (everySeconds > 0) this.timer = setInterval(() => void this.work(), everySeconds * 1_000);
  }

  /** What has begun is finished and put on record; nothing new begins. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    await this.working;
  }

  /** Sends all that is due by now; while it is at it, asking again only waits for it. */
  work(): Promise<void> {
    this.working ??= this.sendDue()
      .catch((error: unknown) => this.log.error(error))
      .finally(() => (this.working = undefined));
    return this.working;
  }

  private async sendDue(): Promise<void> {
    for (let isQuiet = false; !isQuiet && !this.isStopping;) {
      const climbs = await this.deliveries.claim(this.worker);
      if (climbs.length === 0) return;
      const queue = [...climbs];
      const results: (Outcome['result'] | undefined)[] = [];
      const carry = async () => {
        for (let climb = queue.shift(); climb && !this.isStopping; climb = queue.shift())
          results.push(await this.deliver(climb).catch((error: unknown) => this.trouble(error)));
      };
      await Promise.all(Array.from({ length: atOnce }, carry));
      // Somebody out there is down: the next turn of the timer is soon enough.
      const troubled = results.filter((result) => result === 'later' || result === 'unknown');
      isQuiet = troubled.length * 2 > results.length;
    }
  }

  /** Its lease ends by itself, and then it is tried again or taken as perhaps sent. */
  private trouble(error: unknown): 'unknown' {
    this.log.error(error);
    return 'unknown';
  }

  private async deliver(taken: Climb): Promise<Outcome['result'] | undefined> {
    const { delivery, told } = taken;
    const now = this.clock.now();
    const { isGone, hasAgreed, woman } = await this.recipientOf(told);
    const climb = { ...taken, mayBeCalled: woman?.needsWithdrawnAt === null };
    if (delivery.attemptId !== null) {
      await this.deliveries.endAttempt(climb, delivery.attemptId, {
        result: 'unknown',
        said: '发的时候断了',
      });
      return undefined;
    }
    const isOver = delivery.endsAt !== null && delivery.endsAt <= now;
    if (isOver || isGone) {
      const result = isOver ? 'too_late' : 'withdrawn';
      await this.database.transact((tx) => this.deliveries.end(tx, delivery, result));
      return undefined;
    }
    const dueAt = whenToDisturb(now, this.settings.notices.waking, delivery.endsAt);
    if (dueAt > now) {
      await this.deliveries.postpone(climb, dueAt);
      return undefined;
    }
    const letter = hasAgreed ? await this.letterOf(climb, woman) : '她还没有同意收消息';
    if (typeof letter === 'string') {
      await this.deliveries.skip(climb, letter);
      return undefined;
    }
    const attemptId = await this.deliveries.beginAttempt(climb);
    if (attemptId === undefined) return undefined;
    const outcome = await letter.send();
    await this.deliveries.endAttempt(climb, attemptId, outcome);
    return outcome.result;
  }

  /** The message of this rung, or why there is none. */
  private async letterOf(climb: Climb, woman: Woman | undefined): Promise<Letter | string> {
    return climb.delivery.rung === 'wechat'
      ? this.wechatLetters.write(this.database.rows, climb)
      : this.smsLetters.write(climb, woman?.phoneSealed ?? null);
  }

  private async recipientOf(told: Told): Promise<Recipient> {
    const { rows } = this.database;
    if (!isToHer(told)) {
      const [account] = await readRows(rows, Account, { id: told.accountId });
      // WeChat itself asks the staff, message by message.
      return { isGone: !account || account.suspendedAt !== null, hasAgreed: true };
    }
    const [woman] = await readRows(rows, Woman, { id: told.womanId });
    const stance = await this.stanceOf(told.womanId);
    const isGone = !woman || woman.erasedAt !== null || stance === 'withdrawn';
    return { isGone, hasAgreed: stance === 'agreed', woman };
  }

  private async stanceOf(womanId: string): Promise<Stance> {
    const said = (await this.consents.ofWoman(this.database.rows, womanId)).filter(
      ({ purpose }) => purpose === 'messages',
    );
    if (said.length === 0) return 'silent';
    return consentsHeld(said).has('messages') ? 'agreed' : 'withdrawn';
  }
}
