import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock';
import { dayOf, daysLater } from '../calendar/days.rules';
import { CertificatesService } from '../certificates/certificates.service';
import { Batch, Session } from '../courses/batch.entity';
import { registerStaysOpenDays } from '../courses/batches.rules';
import { Completion } from '../courses/completion.entity';
import { Course } from '../courses/course.entity';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { Enrolment } from '../enrolments/enrolment.entity';
import { decideEnding } from '../enrolments/enrolments.rules';
import { Seats, type Cause } from '../enrolments/seats';
import { NeedsService } from '../needs/needs.service';
import { isAttended } from './attendance.rules';
import { standingsIn } from './registers';

/** What a closed register says. */
interface Register {
  readonly course: Course;
  /** Half days in all. */
  readonly held: number;
  /** In how many of them each woman was present or late. */
  readonly attended: ReadonlyMap<string, number>;
}

/** What becomes of a batch, and of each of its women, when its register is closed. */
@Injectable()
export class EndingsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(CertificatesService) private readonly certificates: CertificatesService,
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

  /** The same for one woman, after a correction of a closed register. */
  async settleAgain(tx: EntityManager, batch: Batch, womanId: string, byAccountId: string): Promise<void> {
    const enrolment = await tx.findOneBy(Enrolment, { batchId: batch.id, womanId });
    // A guest has no seat of which anything could become.
    if (!enrolment || batch.state !== 'finished') return;
    const register = await this.registerOf(tx, batch);
    await this.settle(tx, batch, enrolment, register, { byAccountId, reason: '签到更正后重新结班' });
  }

  private async finish(tx: EntityManager, batchId: string): Promise<void> {
    const batch = await this.database.claim(tx, Batch, batchId);
    if (batch?.state !== 'running') return;
    const register = await this.registerOf(tx, batch);
    const enrolments = await tx.find(Enrolment, { where: { batchId }, order: { womanId: 'ASC' } });
    const cause = { byAccountId: null, reason: '按签到结班' };
    for (const enrolment of enrolments) await this.settle(tx, batch, enrolment, register, cause);
    await tx.update(Batch, { id: batchId }, { state: 'finished' });
  }

  private async settle(
    tx: EntityManager,
    batch: Batch,
    enrolment: Enrolment,
    { course, held, attended }: Register,
    cause: Cause,
  ): Promise<void> {
    const { womanId, state } = enrolment;
    const facts = { attended: attended.get(womanId) ?? 0, held, share: course.completeShare };
    const becomes = decideEnding(state, facts);
    if (becomes === 'same') return;
    // A correction is told by a person, not by a notice of enrolment.
    const event = becomes === 'enrolled' ? null : undefined;
    await this.seats.move(tx, batch, enrolment, becomes, cause, event);
    if (becomes === 'completed') await this.complete(tx, womanId, batch, course);
    if (state === 'completed') await this.takeBack(tx, womanId, batch, course);
  }

  private async complete(tx: EntityManager, womanId: string, batch: Batch, course: Course): Promise<void> {
    const done = { womanId, batchId: batch.id, courseId: course.id, completedOn: batch.endsOn };
    await tx.insert(Completion, { id: newId(), ...done });
    await this.certificates.issue(tx, womanId, batch);
    await this.needs.meet(tx, womanId, course.family);
  }

  private async takeBack(tx: EntityManager, womanId: string, batch: Batch, course: Course): Promise<void> {
    await tx.delete(Completion, { womanId, batchId: batch.id });
    await this.certificates.revoke(tx, womanId, batch.id);
    await this.needs.unmeet(tx, womanId, course.family);
  }

  private async registerOf(tx: EntityManager, batch: Batch): Promise<Register> {
    const course = await tx.findOneByOrFail(Course, { id: batch.courseId });
    const sessions = await tx.findBy(Session, { batchId: batch.id });
    const standings = await standingsIn(
      tx,
      sessions.map(({ id }) => id),
    );
    const attended = new Map<string, number>();
    for (const women of standings.values())
      for (const [womanId, standing] of women)
        if (isAttended(standing)) attended.set(womanId, (attended.get(womanId) ?? 0) + 1);
    return { course, held: sessions.length, attended };
  }
}
