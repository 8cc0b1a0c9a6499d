import { Inject, Injectable } from '@nestjs/common';
import { IsNull, MoreThan, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Batch, Session } from '../courses/batch.entity';
import { Database } from '../database/database';
import { Enrolment } from '../enrolments/enrolment.entity';
import { clashOf } from '../enrolments/enrolments.queries';
import { Seats } from '../enrolments/seats';
import { found, Refusal } from '../http/refusals';
import { TasksService } from '../notices/tasks/tasks.service';
import { Woman } from '../women/woman.entity';
import { RunDecision } from './decisions/decision.entity';
import { Drafting } from './drafting/drafting.entity';
import { LotteriesService } from './lottery/lotteries.service';
import { Lottery } from './lottery/lottery.entity';
import { AssignmentRun, RunBatch, RunOutcome } from './run.entity';
import { RunsService } from './runs.service';

/** Publishing a run: every offer, or none. */
@Injectable()
export class PublicationService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunsService) private readonly runs: RunsService,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(LotteriesService) private readonly lotteries: LotteriesService,
    @Inject(TasksService) private readonly tasks: TasksService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** An officer has looked through the dry run; from here it can be published, or drafted anew. */
  async review(actor: Actor, id: string): Promise<AssignmentRun> {
    await this.mustBeDrawn(this.database.rows, await this.runs.one(actor, id, 'runs.publish'));
    await this.database.transact(async (tx) => {
      const { affected } = await tx.update(AssignmentRun, { id, state: 'drafted' }, { state: 'reviewed' });
      if (affected !== 1) throw new Refusal('run.stateForbids');
      await this.tasks.done(tx, id, 'run_to_review');
    });
    return this.runs.one(actor, id, 'runs.publish');
  }

  /**
   * Makes an offer to every woman placed, in one transaction. Nobody gets a seat behind her back: she, or her helper,
   * accepts before the deadline. Those who signed up and were not placed wait; batches with too few women are cancelled;
   * seats left over are open to direct sign-up.
   */
  async publish(actor: Actor, id: string): Promise<AssignmentRun> {
    await this.runs.one(actor, id, 'runs.publish');
    await this.database.transact(async (tx) => {
      const run = found(await this.database.lock(tx, AssignmentRun, id));
      if (run.state !== 'reviewed') throw new Refusal('run.stateForbids');
      await this.mustBeDrawn(tx, run);
      await this.mustKnowAllDecisions(tx, run);
      const batches = await this.lockBatches(tx, run.draftId);
      const outcomes = await tx.find(RunOutcome, {
        where: { draftId: run.draftId, batchId: Not(IsNull()) },
        order: { womanId: 'ASC' },
      });
      for (const { womanId, batchId } of outcomes)
        await this.offer(tx, batches.get(batchId!)!, womanId, actor);
      const placed = new Map(outcomes.map(({ womanId, batchId }) => [womanId, batchId]));
      for (const batch of batches.values()) await this.settle(tx, batch, placed, actor);
      await this.lotteries.reveal(tx, run.lotteryId!);
      await tx.update(AssignmentRun, { id }, { state: 'published', publishedAt: this.clock.now() });
    });
    return this.runs.one(actor, id, 'runs.publish');
  }

  /** Nobody can have known the seed while sign-up was open: the public draw came after it, and this draft used it. */
  private async mustBeDrawn(rows: EntityManager, run: AssignmentRun): Promise<void> {
    const lottery = run.lotteryId && (await rows.findOneBy(Lottery, { id: run.lotteryId }));
    if (!lottery || lottery.drawNumber === null) throw new Refusal('run.notDrawn');
    if (this.lotteries.seedOf(lottery) !== run.seed) throw new Refusal('run.outdated');
  }

  /** A decision that was kept, or taken back, while the draft was computed may not be in it. */
  private async mustKnowAllDecisions(tx: EntityManager, run: AssignmentRun): Promise<void> {
    const drafting = await tx.findOneBy(Drafting, { draftId: run.draftId });
    const since = MoreThan(drafting?.beganAt ?? run.draftedAt);
    const isUnknown = await tx.existsBy(RunDecision, [
      { runId: run.id, at: since },
      { runId: run.id, withdrawnAt: since },
    ]);
    if (isUnknown) throw new Refusal('run.outdated');
  }

  /** Locks the run's batches in the order of their ids, and checks that each is still as it was when the run was drafted. */
  private async lockBatches(tx: EntityManager, draftId: string): Promise<Map<string, BatchInRun>> {
    const inRun = await tx.find(RunBatch, { where: { draftId }, order: { batchId: 'ASC' } });
    const locked = new Map<string, BatchInRun>();
    for (const { batchId, free, closedWith } of inRun) {
      const batch = await this.database.lock(tx, Batch, batchId);
      const isAsDrafted =
        batch && batch.admission === 'assignment' && Math.max(0, batch.capacity - batch.taken) === free;
      if (!isAsDrafted || (batch.state !== 'open' && batch.state !== 'closed'))
        throw new Refusal('run.outdated');
      locked.set(batchId, { batch, isClosed: closedWith !== null });
    }
    return locked;
  }

  private async offer(
    tx: EntityManager,
    { batch }: BatchInRun,
    womanId: string,
    actor: Actor,
  ): Promise<void> {
    const woman = await this.database.lock(tx, Woman, womanId);
    // Her seat belongs to the file that she has now, which may have one already.
    if (woman?.mergedIntoId) throw new Refusal('run.outdated');
    // She took back her consent after the dry run: her seat is left over.
    if (!woman || woman.needsWithdrawnAt !== null || woman.erasedAt !== null) return;
    const sessions = await tx.findBy(Session, { batchId: batch.id });
    if (await clashOf(tx, womanId, batch.id, sessions)) throw new Refusal('run.outdated');
    const cause = { byAccountId: actor.accountId, reason: '分配结果公布' };
    const before = await tx.findOneBy(Enrolment, { womanId, batchId: batch.id });
    if (!before) await this.seats.begin(tx, batch, womanId, 'offered', cause);
    else if (before.state === 'applied' || before.state === 'refused')
      await this.seats.move(tx, batch, before, 'offered', cause);
    else throw new Refusal('run.outdated');
  }

  /** What becomes of a batch, and of those who signed up for it by name, when the run is out. */
  private async settle(
    tx: EntityManager,
    { batch, isClosed }: BatchInRun,
    placed: ReadonlyMap<string, string | null>,
    actor: Actor,
  ): Promise<void> {
    const cause = { byAccountId: actor.accountId, reason: '分配结果公布' };
    const left = await tx.find(Enrolment, {
      where: { batchId: batch.id, state: 'applied' },
      order: { womanId: 'ASC' },
    });
    for (const enrolment of left) {
      const waits = !isClosed && !placed.has(enrolment.womanId);
      await this.seats.move(tx, batch, enrolment, waits ? 'waiting' : 'refused', cause);
    }
    if (isClosed)
      await tx.update(
        Batch,
        { id: batch.id },
        { state: 'cancelled', cancelReason: '能来的人数不够，这次不开班' },
      );
    else await tx.update(Batch, { id: batch.id }, { admission: 'direct' });
    await this.seats.refill(tx, batch.id);
  }
}

interface BatchInRun {
  readonly batch: Batch;
  readonly isClosed: boolean;
}
