import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../calendar/clock';
import { dayOf, daysLater } from '../calendar/days.rules';
import { Batch } from '../courses/batch.entity';
import { Course } from '../courses/course.entity';
import { Database } from '../database/database';
import { Enrolment } from '../enrolments/enrolment.entity';
import { NoticesService } from '../notices/notices.service';
import { Woman } from '../women/woman.entity';
import { batchesToAsk } from './feedback.queries';
import { stayedStates } from './feedback.rules';

/** What ended longer ago is not asked about any more: she would not remember. */
const daysAsked = 30;

/** On the day after the last session each woman finds one question in her inbox. Safe on many servers at once. */
@Injectable()
export class FeedbackNotices {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NoticesService) private readonly notices: NoticesService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async ask(): Promise<void> {
    const today = dayOf(this.clock.now());
    const batchIds = await batchesToAsk(this.database.rows, daysLater(today, -daysAsked), today);
    for (const batchId of batchIds) await this.askOf(batchId);
  }

  private askOf(batchId: string): Promise<void> {
    return this.database.transact(async (tx) => {
      const batch = await this.database.claim(tx, Batch, batchId);
      if (!batch || batch.state === 'cancelled') return;
      const told = await this.notices.toldSince(tx, 'feedback', batchId, batch.createdAt);
      if (told.size > 0) return;
      const seated = await tx.findBy(Enrolment, { batchId, state: In([...stayedStates]) });
      const agreeing = await tx.findBy(Woman, {
        id: In(seated.map(({ womanId }) => womanId)),
        ...{ needsWithdrawnAt: IsNull(), erasedAt: IsNull(), mergedIntoId: IsNull() },
      });
      const { title } = await tx.findOneByOrFail(Course, { id: batch.courseId });
      const facts = { title, startsOn: batch.startsOn };
      for (const { id } of agreeing.sort((one, other) => (one.id < other.id ? -1 : 1)))
        await this.notices.write(tx, id, 'feedback', batchId, facts);
    });
  }
}
