import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../../config/settings';
import { Clock } from '../calendar/clock';
import { dayOf, sayDay, startOf } from '../calendar/days.rules';
import { Batch, Session } from '../courses/batch.entity';
import { Course } from '../courses/course.entity';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { SETTINGS } from '../http/settings-token';
import type { NoticeEvent } from '../notices/notices.rules';
import { NoticesService } from '../notices/notices.service';
import { Woman } from '../women/woman.entity';
import { Enrolment, EnrolmentChange } from './enrolment.entity';
import { clashOf, freeSeat, takeSeat } from './enrolments.queries';
import { holdsSeat, mayBecome, offerDeadline, type EnrolmentState } from './enrolments.rules';

/** Why an enrolment changes, and by whose hand; null is the clock. */
export interface Cause {
  readonly byAccountId: string | null;
  readonly reason: string;
}

const noticeOf: Partial<Record<EnrolmentState, NoticeEvent>> = {
  applied: 'applied',
  enrolled: 'enrolled',
  offered: 'offered',
  waiting: 'waiting',
  lapsed: 'lapsed',
  refused: 'not_assigned',
};

/**
 * The one place where enrolments change their state and seats change hands, on every path.
 * The caller holds the lock on the batch.
 */
@Injectable()
export class Seats {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NoticesService) private readonly notices: NoticesService,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Moves one enrolment, with its seat, its history and its notice. */
  async move(
    tx: EntityManager,
    batch: Batch,
    enrolment: Enrolment,
    to: EnrolmentState,
    cause: Cause,
    event = noticeOf[to],
  ): Promise<Enrolment> {
    if (!mayBecome(enrolment.state, to))
      throw new Error(`an enrolment cannot go from ${enrolment.state} to ${to}`);
    const moved = await this.keep(tx, batch, { ...enrolment, state: to }, enrolment.state, cause, event);
    await tx.update(Enrolment, { id: moved.id }, moved);
    return moved;
  }

  /** Begins the one enrolment of this woman in this batch. */
  async begin(
    tx: EntityManager,
    batch: Batch,
    womanId: string,
    state: EnrolmentState,
    cause: Cause,
  ): Promise<Enrolment> {
    const now = this.clock.now();
    const fresh: Enrolment = {
      id: newId(),
      womanId,
      batchId: batch.id,
      state,
      offerUntil: null,
      waitingSince: null,
      createdAt: now,
      changedAt: now,
    };
    const begun = await this.keep(tx, batch, fresh, null, cause, noticeOf[state]);
    await tx.insert(Enrolment, begun);
    return begun;
  }

  /** Offers every free seat to those who wait, in their order; someone who has a clash by now is passed over. */
  async refill(tx: EntityManager, batchId: string): Promise<void> {
    const batch = await tx.findOneByOrFail(Batch, { id: batchId });
    const hasBegun = batch.startsOn <= dayOf(this.clock.now());
    if (hasBegun || (batch.state !== 'open' && batch.state !== 'closed')) return;
    let free = batch.capacity - batch.taken;
    if (free <= 0) return;
    const sessions = await tx.findBy(Session, { batchId });
    const waiting = await tx.find(Enrolment, {
      where: { batchId, state: 'waiting' },
      order: { waitingSince: 'ASC', id: 'ASC' },
    });
    for (const enrolment of waiting) {
      if (free <= 0) return;
      await this.database.lock(tx, Woman, enrolment.womanId);
      if (await clashOf(tx, enrolment.womanId, batchId, sessions)) continue;
      await this.move(
        tx,
        batch,
        enrolment,
        'offered',
        { byAccountId: null, reason: '空出名额，按候补顺序' },
        'seat_from_waiting',
      );
      free -= 1;
    }
  }

  private async keep(
    tx: EntityManager,
    batch: Batch,
    enrolment: Enrolment,
    from: EnrolmentState | null,
    { byAccountId, reason }: Cause,
    event: NoticeEvent | undefined,
  ): Promise<Enrolment> {
    const to = enrolment.state;
    const now = this.clock.now();
    const held = from !== null && holdsSeat(from);
    if (holdsSeat(to) && !held && !(await takeSeat(tx, batch.id)))
      throw new Error(`no seat is free in batch ${batch.id}`);
    if (held && !holdsSeat(to)) await freeSeat(tx, batch.id);
    const offerUntil =
      to === 'offered' ? offerDeadline(now, this.settings.offerHours, startOf(batch.startsOn)) : null;
    await tx.insert(EnrolmentChange, {
      id: newId(),
      enrolmentId: enrolment.id,
      fromState: from,
      toState: to,
      byAccountId,
      reason,
      at: now,
    });
    if (event) {
      const { title } = await tx.findOneByOrFail(Course, { id: batch.courseId });
      const answerBy = offerUntil ? sayDay(dayOf(offerUntil)) : undefined;
      await this.notices.write(tx, enrolment.womanId, event, batch.id, {
        title,
        startsOn: batch.startsOn,
        answerBy,
      });
    }
    return { ...enrolment, offerUntil, waitingSince: to === 'waiting' ? now : null, changedAt: now };
  }
}
