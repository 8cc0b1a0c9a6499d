import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { dayOf } from '../../calendar/days.rules';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { readRows } from '../../database/plain-rows';
import { decided, found, Refusal } from '../../http/refusals';
import { ApprovalService } from '../approval/approval.service';
import { Batch, Session } from '../batch.entity';
import type { OpenBatchDto } from '../batches.dto';
import { findBusy } from '../batches.queries';
import { decideOpening, type Opening } from '../batches.rules';
import { Trainer, Venue } from '../course.entity';
import { CoursesService } from '../courses.service';
import { BatchChange, BatchPlan } from './batch-plan.entity';

/** Batches as they are laid down: planned, changed while planned, or opened at once. */
@Injectable()
export class PlansService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CoursesService) private readonly courses: CoursesService,
    @Inject(ApprovalService) private readonly approval: ApprovalService,
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
    const { countyCode } = await this.admitted(actor, plan);
    const id = newId();
    await this.database.transact(async (tx) => {
      if (state === 'open' && (await this.approval.isAsked(tx, countyCode)))
        throw new Refusal('batch.approvalNeeded');
      await this.reserve(tx, plan, opening);
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
    if (!actor.scope('batches.open').admits(known.countyCode)) throw new Refusal('thing.notFound');
    const { countyCode } = await this.admitted(actor, plan);
    if (countyCode !== known.countyCode) throw new Refusal('batch.venueElsewhere');
    await this.database.transact(async (tx) => {
      await this.reserve(tx, plan, opening, batchId);
      const batch = found(await this.database.lock(tx, Batch, batchId));
      if (batch.state !== 'planned') throw new Refusal('batch.stateForbids');
      const courseId = await this.courses.courseFor(tx, plan);
      await tx.update(Batch, { id: batchId }, { courseId, ...factsOf(plan, opening) });
      await tx.delete(Session, { batchId });
      await tx.delete(BatchPlan, { batchId });
      await this.keepRest(tx, batchId, plan, opening);
    });
  }

  /** Whether a planned batch could still be opened: its days may have passed meanwhile, its trainer may have retired. */
  async checkAgain(tx: EntityManager, batch: Batch): Promise<void> {
    const slots = await readRows(tx, Session, { batchId: batch.id });
    const signUpUntilDay = lastSignUpDay(batch.signUpUntil);
    const { capacity, minimum, reservedForPoor } = batch;
    const plan = { capacity, minimum, reservedForPoor: reservedForPoor ?? 0, signUpUntilDay, slots };
    decided(decideOpening(plan, this.clock.now()));
    await this.mustTeach(tx, batch);
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

  private async admitted(actor: Actor, plan: OpenBatchDto): Promise<{ countyCode: string }> {
    const scope = actor.scope('batches.open');
    const { rows } = this.database;
    const trainer = found(
      await scope
        .narrow(rows.createQueryBuilder(Trainer, 'trainer').where('1 = 1'), 'trainer.countyCode')
        .andWhere('trainer.id = :id', { id: plan.trainerId })
        .getOne(),
    );
    const venue = found(await rows.findOneBy(Venue, { id: plan.venueId }));
    if (!scope.admits(venue.regionCode)) throw new Refusal('batch.venueElsewhere');
    if (venue.capacity !== null && plan.capacity > venue.capacity)
      throw new Refusal('batch.venueTooSmall', { capacity: venue.capacity });
    return { countyCode: trainer.countyCode };
  }

  /** Trainer and venue are locked, so that two officers cannot book the same half day. */
  private async reserve(
    tx: EntityManager,
    who: { readonly trainerId: string; readonly venueId: string },
    { slots }: Pick<Opening, 'slots'>,
    except?: string,
  ): Promise<void> {
    await this.mustTeach(tx, who);
    const busy = await findBusy(tx, slots, who, except);
    if (busy) throw new Refusal(busy.trainerId === who.trainerId ? 'batch.trainerBusy' : 'batch.venueBusy');
  }

  private async mustTeach(
    tx: EntityManager,
    { trainerId, venueId }: { readonly trainerId: string; readonly venueId: string },
  ): Promise<void> {
    const trainer = found(await this.database.lock(tx, Trainer, trainerId));
    const venue = found(await this.database.lock(tx, Venue, venueId));
    if (trainer.retiredAt !== null) throw new Refusal('trainer.retired');
    if (venue.retiredAt !== null) throw new Refusal('venue.retired');
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
function lastSignUpDay(signUpUntil: Date): string {
  return dayOf(new Date(signUpUntil.getTime() - 1));
}
