import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { sayDay, sayHalf } from '../../calendar/days.rules';
import { Batch, Session } from '../../courses/batch.entity';
import type { Slot } from '../../courses/batches.rules';
import { Course, type Venue } from '../../courses/course.entity';
import { Bookings } from '../../courses/plans/bookings';
import { PlanTasks } from '../../courses/plans/plan-tasks';
import { PlansService } from '../../courses/plans/plans.service';
import { Database } from '../../database/database';
import { decided, found, Refusal } from '../../http/refusals';
import { NoticesService } from '../../notices/notices.service';
import { Enrolment } from '../enrolment.entity';
import { clashOf } from '../enrolments.queries';
import { holdsSeat, living } from '../enrolments.rules';
import { Seats } from '../seats';
import type { CancellationDto, MoveSessionDto } from './timetable.dto';
import { decideMove } from './timetable.rules';
import type { TimetableChangeView } from './timetable.view';

/** What happens to a batch after women have signed up: a session moves, the batch is cancelled; each of them is told. */
@Injectable()
export class TimetableService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PlansService) private readonly plans: PlansService,
    @Inject(PlanTasks) private readonly planTasks: PlanTasks,
    @Inject(Bookings) private readonly bookings: Bookings,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(NoticesService) private readonly notices: NoticesService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async move(actor: Actor, sessionId: string, entry: MoveSessionDto): Promise<TimetableChangeView> {
    const { rows } = this.database;
    const known = found(await rows.findOneBy(Session, { id: sessionId }));
    const before = await rows.findOneByOrFail(Batch, { id: known.batchId });
    const scope = actor.scope('batches.move');
    if (!scope.admits(before.countyCode)) throw new Refusal('thing.notFound');
    return this.database.transact(async (tx) => {
      const venueId = entry.venueId ?? before.venueId;
      const held = await this.bookings.hold(tx, { trainerId: before.trainerId, venueId });
      const { venue } = held;
      const batch = found(await this.database.lock(tx, Batch, before.id));
      const sessions = await tx.findBy(Session, { batchId: batch.id });
      const from = found(sessions.find(({ id }) => id === sessionId));
      const to: Slot = { heldOn: entry.heldOn, half: entry.half };
      const others = sessions.filter(({ id }) => id !== sessionId);
      const movesPlace = venueId !== batch.venueId;
      const { state, signUpUntil } = batch;
      const asked = { state, signUpUntil, from, others, to, movesPlace, now: this.clock.now() };
      const decision = decideMove(asked);
      if (decision === 'same') return { told: 0 };
      const days = decided(decision);
      const slots = movesPlace ? [...others, to] : [to];
      const seats = movesPlace ? Math.max(batch.capacity, batch.taken) : 0;
      await this.bookings.mustServe(tx, held, { slots, seats, scope, except: batch.id });
      const enrolments = await tx.find(Enrolment, {
        where: { batchId: batch.id },
        order: { womanId: 'ASC' },
      });
      const seated = enrolments.filter((one) => living.includes(one.state) || holdsSeat(one.state));
      if (entry.isDespiteClashes !== true) await this.countClashes(tx, batch, seated, to);
      await tx.update(Session, { id: sessionId }, to);
      await tx.update(Batch, { id: batch.id }, { venueId, ...days });
      await this.plans.record(
        tx,
        batch.id,
        state,
        state,
        actor.accountId,
        sayMove(from, to, venue, movesPlace),
      );
      const { title } = await tx.findOneByOrFail(Course, { id: batch.courseId });
      const facts = { title, startsOn: days.startsOn, movedFrom: from, movedTo: to };
      for (const { womanId } of seated) {
        await this.notices.overtake(tx, womanId, batch.id, 'session_moved', 'tomorrow');
        await this.notices.write(tx, womanId, 'session_moved', batch.id, {
          ...facts,
          ...(movesPlace && { placeName: venue.name }),
        });
      }
      return { told: seated.length };
    });
  }

  /** Ends every enrolment that goes on; what the women want to learn is still asked for. */
  async cancel(actor: Actor, batchId: string, { reason }: CancellationDto): Promise<TimetableChangeView> {
    if (!reason) throw new Refusal('batch.cancelReasonNeeded');
    return this.database.transact(async (tx) => {
      const batch = found(await this.database.lock(tx, Batch, batchId));
      if (!actor.scope('batches.cancel').admits(batch.countyCode)) throw new Refusal('thing.notFound');
      if (batch.state === 'cancelled') return { told: 0 };
      if (batch.state === 'finished') throw new Refusal('batch.stateForbids');
      const { title } = await tx.findOneByOrFail(Course, { id: batch.courseId });
      const enrolments = await tx.find(Enrolment, { where: { batchId }, order: { womanId: 'ASC' } });
      const ended = enrolments.filter(({ state }) => living.includes(state));
      const cause = { byAccountId: actor.accountId, reason: `班次取消：${reason}` };
      for (const enrolment of ended) {
        await this.seats.move(tx, batch, enrolment, 'cancelled', cause, null);
        const facts = { title, startsOn: batch.startsOn, reason };
        await this.notices.write(tx, enrolment.womanId, 'cancelled', batchId, facts);
      }
      await this.notices.takeBack(tx, 'new_batch', batchId);
      await tx.update(Batch, { id: batchId }, { state: 'cancelled', cancelReason: reason });
      await this.plans.record(tx, batchId, batch.state, 'cancelled', actor.accountId, reason);
      await this.planTasks.end(tx, batchId);
      return { told: ended.length };
    });
  }

  private async countClashes(
    tx: EntityManager,
    batch: Batch,
    seated: readonly Enrolment[],
    to: Slot,
  ): Promise<void> {
    let count = 0;
    for (const { womanId, state } of seated)
      if (holdsSeat(state) && (await clashOf(tx, womanId, batch.id, [to]))) count += 1;
    if (count > 0) throw new Refusal('batch.womenBusy', { count });
  }
}

function sayMove(from: Slot, to: Slot, venue: Venue, movesPlace: boolean): string {
  const when = `${sayDay(from.heldOn)}${sayHalf(from.half)}的课改到${sayDay(to.heldOn)}${sayHalf(to.half)}`;
  return movesPlace ? `${when}，地点改为${venue.name}` : when;
}
