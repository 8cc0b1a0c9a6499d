import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { addRow } from '../database/plain-rows';
import { WomenService } from '../women/women.service';
import { Notice } from './notice.entity';
import { sayNotice, type NoticeEvent, type NoticeFacts } from './notices.rules';
import type { NoticeView } from './notices.view';

@Injectable()
export class NoticesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Writes a notice inside the change's own transaction. */
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
  }

  /** Forgets all that was said to her. */
  async forget(tx: EntityManager, womanId: string): Promise<void> {
    await tx.delete(Notice, { womanId });
  }

  /** Her latest notices, newest first. */
  async inbox(actor: Actor, womanId: string): Promise<NoticeView[]> {
    const woman = await this.women.served(actor, womanId, 'women.read');
    const rows = await this.database.rows.find(Notice, {
      where: { womanId: woman.id },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 30,
    });
    return rows.map(({ id, event, batchId, sentence, createdAt }) => ({
      id,
      event,
      batchId,
      sentence,
      createdAt,
    }));
  }
}
