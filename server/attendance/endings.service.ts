import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock';
import { dayOf, daysLater } from '../calendar/days.rules';
import { Batch, Session } from '../courses/batch.entity';
import { registerStaysOpenDays } from '../courses/batches.rules';
import { Completion } from '../courses/completion.entity';
import { Course } from '../courses/course.entity';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { Enrolment } from '../enrolments/enrolment.entity';
import { decideEnding } from '../enrolments/enrolments.rules';
import { Seats } from '../enrolments/seats';
import { NeedsService } from '../needs/needs.service';
import { isAttended, standingOf } from './attendance.rules';
import { AttendanceMark } from './mark.entity';

/** What becomes of a batch, and of each of its women, when its register is closed. */
@Injectable()
export class EndingsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(NeedsService) private readonly needs: NeedsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Finishes every batch whose register has closed. Each is claimed by one server and finished in one transaction. */
  async finishOver(): Promise<void> {
    const lastDay = daysLater(dayOf(this.clock.now()), -registerStaysOpenDays);
    const over = await this.database.rows
      .createQueryBuilder(Batch, 'batch')
      .select('batch.id', 'id')
      .where("batch.state = 'running' AND batch.endsOn < :lastDay", { lastDay })
      .orderBy('batch.id')
      .getRawMany<{ id: string }>();
    for (const { id } of over) await this.database.transact((tx) => this.finish(tx, id));
  }

  private async finish(tx: EntityManager, batchId: string): Promise<void> {
    const batch = await this.database.claim(tx, Batch, batchId);
    if (batch?.state !== 'running') return;
    const course = await tx.findOneByOrFail(Course, { id: batch.courseId });
    const sessions = await tx.findBy(Session, { batchId });
    const attended = await this.attendedBy(
      tx,
      sessions.map(({ id }) => id),
    );
    const enrolments = await tx.find(Enrolment, { where: { batchId }, order: { womanId: 'ASC' } });
    const cause = { byAccountId: null, reason: '按签到结班' };
    for (const enrolment of enrolments) {
      const register = { attended: attended.get(enrolment.womanId) ?? 0, held: sessions.length };
      const becomes = decideEnding(enrolment.state, { ...register, share: course.completeShare });
      if (becomes === 'same') continue;
      await this.seats.move(tx, batch, enrolment, becomes, cause);
      if (becomes === 'completed') await this.complete(tx, enrolment.womanId, batch, course);
    }
    await tx.update(Batch, { id: batchId }, { state: 'finished' });
  }

  private async complete(tx: EntityManager, womanId: string, batch: Batch, course: Course): Promise<void> {
    await tx.insert(Completion, {
      ...{ id: newId(), womanId, batchId: batch.id, courseId: course.id, completedOn: batch.endsOn },
    });
    await this.needs.meet(tx, womanId, course.family);
  }

  /** In how many of these sessions each woman was present or late. */
  private async attendedBy(tx: EntityManager, sessionIds: readonly string[]): Promise<Map<string, number>> {
    const marks = await tx.findBy(AttendanceMark, { sessionId: In([...sessionIds]) });
    const bySlot = new Map<string, AttendanceMark[]>();
    for (const mark of marks) {
      const slot = `${mark.womanId} ${mark.sessionId}`;
      bySlot.set(slot, [...(bySlot.get(slot) ?? []), mark]);
    }
    const attended = new Map<string, number>();
    for (const hers of bySlot.values()) {
      if (!isAttended(standingOf(hers))) continue;
      const { womanId } = hers[0]!;
      attended.set(womanId, (attended.get(womanId) ?? 0) + 1);
    }
    return attended;
  }
}
