import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Account } from '../../accounts/account.entity';
import { Session, type Batch } from '../../courses/batch.entity';
import { Course } from '../../courses/course.entity';
import { readRows } from '../../database/plain-rows';
import { TasksService } from '../../notices/tasks/tasks.service';
import { AttendanceMark, MarkDecision } from '../mark.entity';

/** A second person is asked whether late marks count. Whoever calls holds the lock on the batch. */
@Injectable()
export class CorrectionTasks {
  constructor(@Inject(TasksService) private readonly tasks: TasksService) {}

  /** The batch's trainer and the officers of its county, but never who made the marks. */
  async tell(tx: EntityManager, batch: Batch, actor: Actor): Promise<void> {
    const { title } = await tx.findOneByOrFail(Course, { id: batch.courseId });
    const trainers = await readRows(tx, Account, { trainerId: batch.trainerId });
    const officers = await this.tasks.whoMay(tx, 'attendance.confirm', batch.countyCode);
    const seconds = [...trainers.map(({ id }) => id), ...officers].filter((id) => id !== actor.accountId);
    await this.tasks.write(tx, seconds, 'mark_to_confirm', batch.id, { title });
  }

  async endWhereNoneWaits(tx: EntityManager, batchId: string): Promise<void> {
    const waiting = await tx
      .createQueryBuilder(AttendanceMark, 'mark')
      .innerJoin(Session, 'session', 'session.id = mark.sessionId')
      .leftJoin(MarkDecision, 'decision', 'decision.markId = mark.id')
      .where('session.batchId = :batchId AND mark.needsSecond = :yes', { batchId, yes: true })
      .andWhere('decision.markId IS NULL')
      .getExists();
    if (!waiting) await this.tasks.done(tx, batchId, 'mark_to_confirm');
  }
}
