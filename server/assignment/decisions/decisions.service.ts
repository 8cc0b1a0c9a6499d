import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { Batch } from '../../courses/batch.entity';
import { BatchesService } from '../../courses/batches.service';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { Enrolment } from '../../enrolments/enrolment.entity';
import { clashOf } from '../../enrolments/enrolments.queries';
import { decided, found, Refusal } from '../../http/refusals';
import { RegionsService } from '../../regions/regions.service';
import { WomenService } from '../../women/women.service';
import { tryDecision } from '../drafting/compute';
import type { Drafting } from '../drafting/drafting.entity';
import { DraftingService } from '../drafting/drafting.service';
import { readInput } from '../drafting/inputs';
import { titlesOf } from '../outcomes.queries';
import { AssignmentRun, RunBatch, RunOutcome } from '../run.entity';
import { RunsService } from '../runs.service';
import { RunDecision } from './decision.entity';
import { DecisionsInForce } from './decisions-in-force';
import type { DecisionDto, TrialDto } from './decisions.dto';
import { judgeDecision, type Decision } from './decisions.rules';
import type { TrialView } from './decisions.view';

const movesShown = 200;

/** Pins, bars and waived minimums: tried out first, then kept with their reason, and taken back without a trace lost. */
@Injectable()
export class DecisionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunsService) private readonly runs: RunsService,
    @Inject(DraftingService) private readonly drafting: DraftingService,
    @Inject(DecisionsInForce) private readonly inForce: DecisionsInForce,
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What a decision would change, held against the last dry run. */
  async tryOut(actor: Actor, runId: string, proposed: TrialDto): Promise<TrialView> {
    const run = await this.runs.one(actor, runId, 'runs.read');
    const decision = decisionIn(proposed);
    mustBeOpen(run);
    const facts = await this.factsOf(actor, run, decision);
    decided(
      judgeDecision(decision, {
        standing: await this.inForce.standing(this.database.rows, run.id),
        ...facts,
      }),
    );
    const input = await readInput(this.database.rows, run.draftId);
    const { moves, opens, closes, ...placed } = await tryDecision(input, decision);
    const shown = moves.slice(0, movesShown);
    const [women, titleOf, regions] = await Promise.all([
      this.women.byIds(shown.map(({ womanId }) => womanId)),
      titlesOf(this.database.rows, [
        ...opens,
        ...closes,
        ...shown.flatMap(({ from, to }) => [from, to].filter((id) => id !== null)),
      ]),
      this.regions.tree(),
    ]);
    const names = actor.scope('runs.names');
    return {
      ...placed,
      opens: opens.map(titleOf),
      closes: closes.map(titleOf),
      moved: moves.length,
      moves: shown.map(({ womanId, from, to }) => {
        const { name, villageCode } = women.get(womanId)!;
        return {
          womanId,
          name: names.admits(villageCode) || names.admits(run.regionCode) ? name : null,
          villageName: regions.pathName(villageCode),
          fromTitle: from && titleOf(from),
          toTitle: to && titleOf(to),
        };
      }),
    };
  }

  /** Keeps a decision and computes the dry run again. The same decision once more changes nothing. */
  async decide(actor: Actor, runId: string, { reason, ...proposed }: DecisionDto): Promise<Drafting> {
    const run = await this.runs.one(actor, runId, 'runs.read');
    const decision = decisionIn(proposed);
    const facts = await this.factsOf(actor, run, decision);
    await this.database.transact(async (tx) => {
      await this.mustBeFree(tx, run);
      const standing = await this.inForce.standing(tx, run.id);
      if ('same' in decided(judgeDecision(decision, { standing, ...facts }))) return;
      await tx.insert(RunDecision, {
        ...{ id: newId(), runId: run.id, ...decision, reason, byAccountId: actor.accountId },
        ...{ at: this.clock.now(), withdrawnById: null, withdrawnAt: null },
      });
      await tx.update(AssignmentRun, { id: run.id }, { state: 'drafted' });
    });
    return this.drafting.begin(actor.accountId, run.regionCode, run.season);
  }

  /** Takes a decision back and computes the dry run again; its row stays. */
  async withdraw(actor: Actor, runId: string, decisionId: string): Promise<Drafting> {
    const run = await this.runs.one(actor, runId, 'runs.read');
    const decision = found(
      await this.database.rows.findOneBy(RunDecision, { id: decisionId, runId: run.id }),
    );
    await this.mayDecide(actor, run, decision);
    await this.database.transact(async (tx) => {
      await this.mustBeFree(tx, run);
      await tx.update(
        RunDecision,
        { id: decisionId, withdrawnAt: IsNull() },
        { withdrawnAt: this.clock.now(), withdrawnById: actor.accountId },
      );
      await tx.update(AssignmentRun, { id: run.id }, { state: 'drafted' });
    });
    return this.drafting.begin(actor.accountId, run.regionCode, run.season);
  }

  /** Locks the run: nothing may be decided on one that is published, or that is being computed. */
  private async mustBeFree(tx: EntityManager, { id }: AssignmentRun): Promise<void> {
    const run = found(await this.database.lock(tx, AssignmentRun, id));
    mustBeOpen(run);
    await this.drafting.mustRest(tx, run);
  }

  /** @throws Refusal where the woman or the batch is not in the run, or the decision is not the reader's. */
  private async factsOf(actor: Actor, run: AssignmentRun, decision: Decision) {
    const { rows } = this.database;
    const { batchId, womanId } = decision;
    const { draftId } = run;
    await this.mayDecide(actor, run, decision);
    const batch = await rows.findOneBy(RunBatch, { draftId, batchId });
    const isKnown = womanId === null || (await rows.existsBy(RunOutcome, { draftId, womanId }));
    if (!batch || !isKnown) throw new Refusal('decision.notInRun');
    return { free: batch.free, ...(await this.seatsOf(decision)) };
  }

  private async seatsOf({ batchId, womanId }: Decision) {
    if (womanId === null) return { isSettled: false, clashesWith: undefined };
    const { rows } = this.database;
    const { sessions } = await this.batches.whole(batchId);
    const state = In(['offered', 'enrolled', 'waiting', 'declined', 'given_up', 'removed']);
    return {
      isSettled: await rows.existsBy(Enrolment, { womanId, batchId, state }),
      clashesWith: await clashOf(rows, womanId, batchId, sessions),
    };
  }

  /** Of a woman only those decide who may name her; of a minimum only those of the batch's region. */
  private async mayDecide(actor: Actor, run: AssignmentRun, { womanId, batchId }: Decision): Promise<void> {
    const scope = actor.scope('runs.decide');
    if (womanId === null) {
      const batch = found(await this.database.rows.findOneBy(Batch, { id: batchId }));
      if (!scope.admits(batch.countyCode)) throw new Refusal('thing.notFound');
      return;
    }
    const { villageCode } = found((await this.women.byIds([womanId])).get(womanId));
    const names = actor.scope('runs.names');
    if (!names.admits(villageCode) && !names.admits(run.regionCode)) throw new Refusal('thing.notFound');
  }
}

function decisionIn({ kind, womanId, batchId }: TrialDto): Decision {
  return { kind, womanId: kind === 'waive' ? null : (womanId ?? null), batchId };
}

function mustBeOpen({ state }: AssignmentRun): void {
  if (state !== 'drafted' && state !== 'reviewed') throw new Refusal('run.stateForbids');
}
