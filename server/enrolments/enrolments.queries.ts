import type { EntityManager } from 'typeorm';
import { Batch, Session } from '../courses/batch.entity';
import { dayText } from '../courses/batches.queries';
import { Course } from '../courses/course.entity';
import { Enrolment } from './enrolment.entity';
import { seatHolding } from './enrolments.rules';

/** The title of another batch in which she holds a seat and that meets in one of these half days. */
export async function clashOf(
  rows: EntityManager,
  womanId: string,
  batchId: string,
  sessions: readonly { heldOn: string; half: string }[],
): Promise<string | undefined> {
  if (sessions.length === 0) return undefined;
  const taken = await rows
    .createQueryBuilder(Enrolment, 'enrolment')
    .innerJoin(Batch, 'batch', "batch.id = enrolment.batchId AND batch.state <> 'cancelled'")
    .innerJoin(Course, 'course', 'course.id = batch.courseId')
    .innerJoin(Session, 'session', 'session.batchId = batch.id')
    .where('enrolment.womanId = :womanId AND enrolment.batchId <> :batchId', { womanId, batchId })
    .andWhere('enrolment.state IN (:...seatHolding)', { seatHolding })
    .andWhere('session.heldOn IN (:...days)', {
      days: [...new Set(sessions.map((session) => session.heldOn))],
    })
    .select(['course.title AS title', 'session.heldOn AS heldOn', 'session.half AS half'])
    .getRawMany<{ title: string; heldOn: string; half: string }>();
  return taken.find((one) =>
    sessions.some((session) => session.half === one.half && session.heldOn === dayText(one.heldOn)),
  )?.title;
}

/** How many wait before her. */
export async function waitingBefore(rows: EntityManager, enrolment: Enrolment): Promise<number> {
  if (enrolment.state !== 'waiting') return 0;
  return rows
    .createQueryBuilder(Enrolment, 'other')
    .where("other.batchId = :batchId AND other.state = 'waiting'", { batchId: enrolment.batchId })
    .andWhere('(other.waitingSince < :since OR (other.waitingSince = :since AND other.id < :id))', {
      since: enrolment.waitingSince,
      id: enrolment.id,
    })
    .getCount();
}

/** Takes one seat if one is free: the guard is in the database, so no two requests can take the last one. */
export async function takeSeat(tx: EntityManager, batchId: string): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(Batch)
    .set({ taken: () => 'taken + 1' })
    .where('id = :batchId AND taken < capacity', { batchId })
    .execute();
  return affected === 1;
}

export async function freeSeat(tx: EntityManager, batchId: string): Promise<void> {
  await tx
    .createQueryBuilder()
    .update(Batch)
    .set({ taken: () => 'taken - 1' })
    .where('id = :batchId AND taken > 0', { batchId })
    .execute();
}
