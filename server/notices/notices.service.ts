import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { Settings } from '../../config/settings';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { addRow, readSome } from '../database/plain-rows';
import { SETTINGS } from '../http/settings-token';
import { consentPurposes } from '../women/consents.rules';
import type { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import { DeliveriesService } from './delivery/deliveries.service';
import { herTemplateKinds } from './ladder.rules';
import { Notice } from './notice.entity';
import { endOf, messageFacts, sayNotice, type NoticeEvent, type NoticeFacts } from './notices.rules';
import type { NoticeView, SubscriptionsView } from './notices.view';

const inboxHolds = 30;

/** What another room has to say to a woman that is not written for each of them, such as articles for her area. */
type Source = (woman: Woman) => Promise<NoticeView[]>;

@Injectable()
export class NoticesService {
  private readonly sources: Source[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(DeliveriesService) private readonly deliveries: DeliveriesService,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Writes a notice, and begins to bring it to her, inside the change's own transaction. */
  async write(
    tx: EntityManager,
    womanId: string,
    event: NoticeEvent,
    batchId: string,
    facts: NoticeFacts,
  ): Promise<void> {
    const sentence = sayNotice(event, facts);
    const notice = { id: newId(), womanId, event, batchId, sentence, createdAt: this.clock.now() };
    await addRow(tx, Notice, notice);
    const climb = { facts: messageFacts(event, facts), endsAt: endOf(event, facts) };
    await this.deliveries.begin(tx, notice.id, event, climb);
  }

  /**
   * What was said of this batch is true no longer, or is said anew: nobody is called about it any more. The inbox keeps it.
   *
   * @param events those alone; all where none is named.
   */
  async overtake(
    tx: EntityManager,
    womanId: string,
    batchId: string,
    ...events: readonly NoticeEvent[]
  ): Promise<void> {
    // Whoever signs up was mostly told nothing before, and waits for the answer.
    const [known] = await readSome(tx, Notice, ['id'], { womanId, batchId });
    if (!known) return;
    const event = events.length > 0 && { event: In([...events]) };
    await this.deliveries.stop(tx, { womanId, batchId, ...event }, 'overtaken');
  }

  /** Nobody needs to hear this of the batch any more. */
  async takeBack(tx: EntityManager, event: NoticeEvent, batchId: string): Promise<void> {
    await this.deliveries.stop(tx, { event, batchId }, 'overtaken');
  }

  /** She no longer agrees to be told. */
  async stopTelling(tx: EntityManager, womanId: string): Promise<void> {
    await this.deliveries.stop(tx, { womanId }, 'withdrawn');
  }

  /** Which of these women were told of this since then. */
  async toldSince(tx: EntityManager, event: NoticeEvent, batchId: string, since: Date): Promise<Set<string>> {
    const told = await tx.findBy(Notice, { event, batchId, createdAt: MoreThanOrEqual(since) });
    return new Set(told.map(({ womanId }) => womanId));
  }

  /** Forgets all that was said to her. */
  async forget(tx: EntityManager, womanId: string): Promise<void> {
    const notices = await tx.findBy(Notice, { womanId });
    const ids = notices.map(({ id }) => id);
    await this.deliveries.forget(tx, ids);
    if (ids.length > 0) await tx.delete(Notice, { id: In(ids) });
  }

  alsoFrom(source: Source): void {
    this.sources.push(source);
  }

  /** Her latest notices, newest first. */
  async inbox(actor: Actor, womanId: string): Promise<NoticeView[]> {
    const woman = await this.women.served(actor, womanId, 'women.read');
    const rows = await this.database.rows.find(Notice, {
      where: { womanId: woman.id },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: inboxHolds,
    });
    const hers = rows.map(({ id, event, batchId, sentence, createdAt }): NoticeView => ({
      ...{ id, event, batchId, sentence, createdAt },
      articleId: null,
    }));
    const more = await Promise.all(this.sources.map((source) => source(woman)));
    return [...hers, ...more.flat()]
      .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
      .slice(0, inboxHolds);
  }

  async seen(actor: Actor): Promise<void> {
    const { womanId } = actor;
    if (womanId) await this.database.transact((tx) => this.deliveries.stop(tx, { womanId }, 'seen'));
  }

  subscriptions(): SubscriptionsView {
    const { templates } = this.settings.notices;
    const templateIds = herTemplateKinds.flatMap((kind) => templates[kind]?.id ?? []);
    const taskTemplateIds = templates.task ? [templates.task.id] : [];
    return { templateIds, words: consentPurposes.messages.text, taskTemplateIds };
  }
}
