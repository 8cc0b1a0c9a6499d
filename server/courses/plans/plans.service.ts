import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { readRows } from '../../database/plain-rows';
import { decided, found, Refusal } from '../../http/refusals';
import { ApprovalService } from '../approval/approval.service';
import { Batch, Session } from '../batch.entity';
import type { OpenBatchDto } from '../batches.dto';
import { decideOpening, lastSignUpDay, type Opening, type Reserves } from '../batches.rules';
import { CoursesService } from '../courses.service';
import { BatchChange, BatchPlan } from './batch-plan.entity';
import { Bookings, type Held } from './bookings';

/** Batches as they are laid down: planned, changed while planned, or opened at once. */
@Injectable()
export class PlansService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CoursesService) private readonly courses: CoursesService,
    @Inject(ApprovalService) private readonly approval: ApprovalService,
    @Inject(Bookings) private readonly bookings: Bookings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Lays down a batch in the officer's own county; trainer and venue must be free.
   *
   * @returns its id.
   */
  async lay(actor: Actor, plan: OpenBatchDto, state: 'planned' | 'open'): Promise<string> {
    const now = this.clock.now();
    const opening = this.opening(plan);
    const id = newId();
    await this.database.transact(async (tx) => {
      const held = await this.bookings.hold(tx, plan);
      const scope = actor.scope('batches.open');
      await this.bookings.mustServe(tx, held, { slots: opening.slots, seats: plan.capacity, scope });
      const { countyCode } = held.trainer;
      if (state === 'open' && (await this.approval.isAsked(tx, countyCode)))
        throw new Refusal('batch.approvalNeeded');
      const courseId = await this.courses.courseFor(tx, plan);
      const facts = factsOf(plan, opening);
      await tx.insert(Batch, {
        ...{ id, courseId, countyCode, state, taken: 0, cancelReason: null, createdAt: now },
        ...{ openedById: actor.accountId, ...facts },
      });
      await this.keepRest(tx, id, plan, opening);
      await this.record(tx, id, null, state, actor.accountId);
    });
    return id;
  }

  /** Changes a batch that is still planned, as a whole. */
  async change(actor: Actor, batchId: string, plan: OpenBatchDto): Promise<void> {
    const opening = this.opening(plan);
    const known = found(await this.database.rows.findOneBy(Batch, { id: batchId }));
    const scope = actor.scope('batches.open');
    if (!scope.admits(known.countyCode)) throw new Refusal('thing.notFound');
    await this.database.transact(async (tx) => {
      const held = await this.bookings.hold(tx, plan);
      const wanted = { slots: opening.slots, seats: plan.capacity, scope, except: batchId };
      await this.bookings.mustServe(tx, held, wanted);
      if (held.trainer.countyCode !== known.countyCode) throw new Refusal('batch.venueElsewhere');
      const batch = found(await this.database.lock(tx, Batch, batchId));
      if (batch.state !== 'planned') throw new Refusal('batch.stateForbids');
      const courseId = await this.courses.courseFor(tx, plan);
      await tx.update(Batch, { id: batchId }, { courseId, ...factsOf(plan, opening) });
      await tx.delete(Session, { batchId });
      await tx.delete(BatchPlan, { batchId });
      await this.keepRest(tx, batchId, plan, opening);
    });
  }

  /**
   * Whether a planned batch could still be opened: its days may have passed meanwhile, its trainer may have retired. The
   * caller has read it behind the lock.
   *
   * @param seen as she saw it before: what was changed since then she has to look at first.
   */
  async checkAgain(tx: EntityManager, actor: Actor, batch: Batch, seen: Batch, held: Held): Promise<void> {
    if (batch.trainerId !== seen.trainerId || batch.venueId !== seen.venueId)
      throw new Refusal('batch.changedMeanwhile');
    const slots = await readRows(tx, Session, { batchId: batch.id });
    const signUpUntilDay = lastSignUpDay(batch.signUpUntil);
    const { capacity, minimum } = batch;
    const reserves = (await this.reservesOf(tx, [batch])).get(batch.id);
    decided(decideOpening({ capacity, minimum, ...reserves, signUpUntilDay, slots }, this.clock.now()));
    const scope = actor.scope('batches.open');
    await this.bookings.mustServe(tx, held, { slots, seats: capacity, scope, except: batch.id });
  }

  /** For whom seats of these batches are kept first, each by its id. */
  async reservesOf(rows: EntityManager, batches: readonly Batch[]): Promise<Map<string, Reserves>> {
    const plans = await readRows(rows, BatchPlan, { batchId: batches.map(({ id }) => id) });
    const planOf = new Map(plans.map((plan) => [plan.batchId, plan]));
    return new Map(
      batches.map(({ id, reservedForPoor }) => [
        id,
        {
          reservedForPoor: reservedForPoor ?? 0,
          reservedForNever: planOf.get(id)?.reservedForNever ?? 0,
          reservedForLeaders: planOf.get(id)?.reservedForLeaders ?? 0,
        },
      ]),
    );
  }

  async record(
    tx: EntityManager,
    batchId: string,
    fromState: Batch['state'] | null,
    toState: Batch['state'],
    byAccountId: string,
    reason: string | null = null,
  ): Promise<void> {
    const at = this.clock.now();
    await tx.insert(BatchChange, { id: newId(), batchId, fromState, toState, reason, byAccountId, at });
  }

  private opening(plan: OpenBatchDto): Opening {
    const asked = { ...plan, slots: plan.sessions, signUpUntilDay: plan.signUpUntil };
    return decided(decideOpening(asked, this.clock.now()));
  }

  private async keepRest(
    tx: EntityManager,
    batchId: string,
    plan: OpenBatchDto,
    { slots }: Opening,
  ): Promise<void> {
    await tx.insert(
      Session,
      slots.map(({ heldOn, half }) => ({ id: newId(), batchId, heldOn, half })),
    );
    await tx.insert(BatchPlan, {
      ...{ batchId, jointWith: plan.jointWith ?? null, budgetFen: plan.budgetFen ?? null },
      reservedForNever: plan.reservedForNever ?? 0,
      reservedForLeaders: plan.reservedForLeaders ?? 0,
    });
  }
}

function factsOf(plan: OpenBatchDto, { signUpUntil, startsOn, endsOn }: Opening) {
  const { venueId, trainerId, admission, capacity, minimum } = plan;
  const reservedForPoor = plan.reservedForPoor ?? null;
  return {
    ...{ venueId, trainerId, admission, capacity, minimum, reservedForPoor },
    ...{ signUpUntil, startsOn, endsOn },
  };
}

/** Sign-up ends at the midnight after its last day. */
