import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../../config/settings';
import { Clock } from '../calendar/clock';
import { dayOf, sayDay, startOf } from '../calendar/days.rules';
import { Batch, Session } from '../courses/batch.entity';
import { Course } from '../courses/course.entity';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { addRow, readRows } from '../database/plain-rows';
import { SETTINGS } from '../http/settings-token';
import type { NoticeEvent } from '../notices/notices.rules';
import { NoticesService } from '../notices/notices.service';
import { Woman } from '../women/woman.entity';
import { Enrolment, EnrolmentChange } from './enrolment.entity';
import { offerDeadline } from './deadline.rules';
import { clashOf, freeSeat, inWaitingOrder, readWaitingFacts, takeSeat } from './enrolments.queries';
import { holdsSeat, mayBecome, type EnrolmentState } from './enrolments.rules';
import { waitingPriority, waitsSince } from './waiting.rules';

/** Why an enrolment changes, and by whose hand; null is the clock. */
export interface Cause {
  readonly byAccountId: string | null;
  readonly reason: string;
}

type Place = Pick<Enrolment, 'priority' | 'waitingSince'>;

const noPlace: Place = { priority: 0, waitingSince: null };

const noticeOf: Partial<Record<EnrolmentState, NoticeEvent>> = {
  applied: 'applied',
  enrolled: 'enrolled',
  offered: 'offered',
  waiting: 'waiting',
  lapsed: 'lapsed',
  refused: 'not_assigned',
  removed: 'removed',
  completed: 'completed',
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
    event: NoticeEvent | null | undefined = noticeOf[to],
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
      priority: 0,
      waitingSince: null,
      createdAt: now,
      changedAt: now,
    };
    const begun = await this.keep(tx, batch, fresh, null, cause, noticeOf[state]);
    await addRow(tx, Enrolment, begun);
    return begun;
  }

  /**
   * Offers every free seat to those who wait, in the order of the published policy; someone who has a clash by now is passed
   * over. Every path that frees a seat ends here.
   *
   * @returns how many seats were offered.
   */
  async refill(tx: EntityManager, batchId: string): Promise<number> {
    const batch = await tx.findOneByOrFail(Batch, { id: batchId });
    const hasBegun = batch.startsOn <= dayOf(this.clock.now());
    if (hasBegun || (batch.state !== 'open' && batch.state !== 'closed')) return 0;
    const free = batch.capacity - batch.taken;
    if (free <= 0) return 0;
    const sessions = await tx.findBy(Session, { batchId });
    const cause = { byAccountId: null, reason: '空出名额，按候补顺序' };
    let offered = 0;
    for (const enrolment of await inWaitingOrder(tx, batchId)) {
      if (offered === free) break;
      await this.database.lock(tx, Woman, enrolment.womanId);
      if (await clashOf(tx, enrolment.womanId, batchId, sessions)) continue;
      await this.move(tx, batch, enrolment, 'offered', cause, 'seat_from_waiting');
      offered += 1;
    }
    return offered;
  }

  private async keep(
    tx: EntityManager,
    batch: Batch,
    enrolment: Enrolment,
    from: EnrolmentState | null,
    { byAccountId, reason }: Cause,
    event: NoticeEvent | null | undefined,
  ): Promise<Enrolment> {
    const to = enrolment.state;
    const now = this.clock.now();
    const held = from !== null && holdsSeat(from);
    if (holdsSeat(to) && !held && !(await takeSeat(tx, batch.id)))
      throw new Error(`no seat is free in batch ${batch.id}`);
    if (held && !holdsSeat(to)) await freeSeat(tx, batch.id);
    const { offerHours, offerDay } = this.settings;
    const offerUntil =
      to === 'offered' ? offerDeadline(now, offerHours, offerDay, startOf(batch.startsOn)) : null;
    await addRow(tx, EnrolmentChange, {
      id: newId(),
      enrolmentId: enrolment.id,
      fromState: from,
      toState: to,
      byAccountId,
      reason,
      at: now,
    });
    // What she was told before is overtaken, an offer above all: nobody calls her about it any more.
    await this.notices.overtake(tx, enrolment.womanId, batch.id);
    if (event) {
      const [{ title } = { title: '' }] = await readRows(tx, Course, { id: batch.courseId });
      const answerBy = offerUntil ? sayDay(dayOf(offerUntil)) : undefined;
      await this.notices.write(tx, enrolment.womanId, event, batch.id, {
        title,
        startsOn: batch.startsOn,
        answerBy,
        endsAt: offerUntil,
      });
    }
    const place = to === 'waiting' ? await this.placeOf(tx, enrolment.womanId, batch, now) : noPlace;
    return { ...enrolment, ...place, offerUntil, changedAt: now };
  }

  /** Her place on the waiting list, frozen from now on. */
  private async placeOf(tx: EntityManager, womanId: string, batch: Batch, now: Date): Promise<Place> {
    const { facts, latest } = await readWaitingFacts(tx, womanId, batch, now);
    return { priority: waitingPriority(facts, now), waitingSince: waitsSince(now, latest) };
  }
}
