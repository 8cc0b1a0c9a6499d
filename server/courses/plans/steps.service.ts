import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { accountNames } from '../../accounts/account-names';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { readRows } from '../../database/plain-rows';
import { decided, found, Refusal } from '../../http/refusals';
import { RegionsService } from '../../regions/regions.service';
import { ApprovalService } from '../approval/approval.service';
import { Batch } from '../batch.entity';
import { completed } from '../batches.queries';
import { batchStateNames, mayBecome, movableStates } from '../batches.rules';
import { viewBatch, type BatchView } from '../batches.view';
import { FarmSeasonsService } from '../calendar/farm-seasons.service';
import { warningsOf } from '../calendar/warnings.rules';
import { BatchChange, BatchPlan } from './batch-plan.entity';
import { Bookings } from './bookings';
import type { StepDto } from './plans.dto';
import { PlanTasks } from './plan-tasks';
import { PlansService } from './plans.service';
import type { BatchPlanView } from './plans.view';
import { decideStep, stepNames, stepsFor, type Standing } from './steps.rules';

/** The way of a batch from its plan to its first day, and how its office sees it. */
@Injectable()
export class StepsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(ApprovalService) private readonly approval: ApprovalService,
    @Inject(PlansService) private readonly plans: PlansService,
    @Inject(PlanTasks) private readonly tasks: PlanTasks,
    @Inject(Bookings) private readonly bookings: Bookings,
    @Inject(FarmSeasonsService) private readonly seasons: FarmSeasonsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async take(actor: Actor, batchId: string, { step, reason }: StepDto): Promise<BatchPlanView> {
    const known = found(await this.database.rows.findOneBy(Batch, { id: batchId }));
    mustSee(actor, known);
    await this.database.transact(async (tx) => {
      const held = step === 'open' || step === 'submit' ? await this.bookings.hold(tx, known) : undefined;
      const batch = found(await this.database.lock(tx, Batch, batchId));
      const standing = await this.standing(tx, actor, batch);
      const { becomes } = decided(decideStep(batch.state, step, reason, standing));
      if (becomes === 'same') return;
      if (held) await this.plans.checkAgain(tx, actor, batch, known, held);
      const signUpUntil = step === 'close' ? this.clock.now() : batch.signUpUntil;
      await tx.update(Batch, { id: batchId }, { state: becomes, signUpUntil });
      await this.plans.record(tx, batchId, batch.state, becomes, actor.accountId, reason ?? null);
      await this.tasks.tell(tx, batch, step, reason);
    });
    return this.read(actor, batchId);
  }

  /** Batches of the reader's region that are on their way to being opened, those to be approved first. */
  async onTheirWay(actor: Actor): Promise<BatchView[]> {
    const { rows } = this.database;
    const query = rows
      .createQueryBuilder(Batch, 'batch')
      .where("batch.state IN ('planned', 'submitted', 'approved')");
    const batches = await actor
      .scope('courses.plan')
      .narrow(query, 'batch.countyCode')
      .orderBy("CASE batch.state WHEN 'submitted' THEN 0 ELSE 1 END")
      .addOrderBy('batch.startsOn')
      .addOrderBy('batch.id')
      .take(300)
      .getMany();
    const regions = await this.regions.tree();
    return (await completed(rows, batches)).map((whole) => viewBatch(whole, regions));
  }

  async read(actor: Actor, batchId: string): Promise<BatchPlanView> {
    const { rows } = this.database;
    const [whole] = await completed(rows, await readRows(rows, Batch, { id: batchId }));
    const { batch, course, sessions } = found(whole);
    mustSee(actor, batch);
    const standing = await this.standing(rows, actor, batch);
    const plan = await rows.findOneBy(BatchPlan, { batchId });
    const days = sessions.map(({ heldOn }) => heldOn);
    const isBefore = batch.state !== 'finished' && batch.state !== 'cancelled';
    const seasons = await this.seasons.of(batch.countyCode);
    return {
      batch: viewBatch(whole!, await this.regions.tree()),
      ...{ courseId: course.id, trainerId: batch.trainerId, venueId: batch.venueId },
      ...{ audience: course.audience, completeShare: course.completeShare },
      reservedForPoor: batch.reservedForPoor,
      reservedForNever: plan?.reservedForNever ?? 0,
      reservedForLeaders: plan?.reservedForLeaders ?? 0,
      ...{ jointWith: plan?.jointWith ?? null, budgetFen: plan?.budgetFen ?? null },
      isApprovalAsked: standing.isApprovalAsked,
      steps: stepsFor(batch.state, standing).map((step) => ({ step, name: stepNames[step] })),
      mayChange: batch.state === 'planned' && standing.isOfCounty,
      mayMove: movableStates.includes(batch.state) && standing.isOfCounty,
      mayCancel: mayBecome(batch.state, 'cancelled') && standing.isOfCounty,
      warnings: isBefore ? warningsOf(days, course.family, seasons) : [],
      changes: await this.changesOf(rows, batchId),
    };
  }

  private async standing(rows: EntityManager, actor: Actor, { countyCode }: Batch): Promise<Standing> {
    return {
      isOfCounty: actor.scope('batches.open').admits(countyCode),
      isOfCity: actor.scope('batches.approve').admits(countyCode),
      isApprovalAsked: await this.approval.isAsked(rows, countyCode),
    };
  }

  private async changesOf(rows: EntityManager, batchId: string): Promise<BatchPlanView['changes']> {
    const changes = await rows.find(BatchChange, { where: { batchId }, order: { at: 'DESC', id: 'DESC' } });
    if (changes.length === 0) return [];
    const by = changes.map(({ byAccountId }) => byAccountId);
    const nameOf = await accountNames(rows, by);
    return changes.map(({ fromState, toState, reason, byAccountId, at }) => ({
      ...{ fromState, toState, toStateName: batchStateNames[toState], reason, at },
      byName: nameOf(byAccountId),
    }));
  }
}

/** Officers of its county and of the city see a batch before it opens; for all others it is not there. */
function mustSee(actor: Actor, { countyCode }: Batch): void {
  if (!actor.scope('courses.plan').admits(countyCode)) throw new Refusal('thing.notFound');
}
