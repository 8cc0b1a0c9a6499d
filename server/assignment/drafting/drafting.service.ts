import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../../calendar/clock';
import { dayOf } from '../../calendar/days.rules';
import type { Season } from '../../calendar/seasons.rules';
import type { WholeBatch } from '../../courses/batches.queries';
import { PlansService } from '../../courses/plans/plans.service';
import { PoliciesService } from '../../courses/policies.service';
import type { AssignmentPolicy } from '../../courses/policy.entity';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { Refusal } from '../../http/refusals';
import { TasksService } from '../../notices/tasks/tasks.service';
import { Region } from '../../regions/region.entity';
import { DecisionsInForce } from '../decisions/decisions-in-force';
import { LotteriesService } from '../lottery/lotteries.service';
import type { Lottery } from '../lottery/lottery.entity';
import { AssignmentRun } from '../run.entity';
import { compute, type Computed } from './compute';
import { Drafting } from './drafting.entity';
import { dropDraft, keepDraft } from './drafts.store';
import type { Facts, WomanFacts } from './facts';
import { batchesToFill, batchFacts, countCandidates, readWomen } from './read-facts';
import { isUnderWay, type Stage } from './stages.rules';

const womenAtOnce = 4_000;
/** How long whoever asked waits for the answer before she is told how far it is. */
const patienceMs = 2_000;
const betweenReportsMs = 500;

interface Task {
  readonly regionCode: string;
  readonly season: Season;
  readonly draftId: string;
  readonly byAccountId: string;
  readonly batches: readonly WholeBatch[];
}

/**
 * Computes dry runs while the server goes on answering. One at a time for each region and season, told to all servers by
 * its row; the draft is written beside the one that holds and takes its place in one step, so that a restart in the
 * middle leaves the old one whole.
 */
@Injectable()
export class DraftingService implements OnApplicationShutdown {
  private readonly log = new Logger('Drafting');
  private readonly working = new Set<Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PoliciesService) private readonly policies: PoliciesService,
    @Inject(PlansService) private readonly plans: PlansService,
    @Inject(LotteriesService) private readonly lotteries: LotteriesService,
    @Inject(DecisionsInForce) private readonly decisions: DecisionsInForce,
    @Inject(TasksService) private readonly tasks: TasksService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.working);
  }

  /**
   * Begins a dry run, or joins the one under way, and waits a moment for it.
   *
   * @throws Refusal `run.nothingToAssign` where no batch waits.
   */
  async begin(byAccountId: string, regionCode: string, season: Season): Promise<Drafting> {
    const today = dayOf(this.clock.now());
    const lottery = await this.lotteries.current(regionCode, season);
    // Once the lot is drawn, nobody who signs up later may be decided by it.
    const batches = await batchesToFill(this.database.rows, { regionCode, season }, today, lottery?.drawnAt);
    if (batches.length === 0) throw new Refusal('run.nothingToAssign');
    const task = { regionCode, season, draftId: newId(), byAccountId, batches };
    if (await this.claim(task)) {
      const work = this.work(task).finally(() => this.working.delete(work));
      this.working.add(work);
      await Promise.race([work, pause(patienceMs, undefined, { ref: false })]);
    }
    return (await this.of(regionCode, season))!;
  }

  of(regionCode: string, season: Season): Promise<Drafting | null> {
    return this.database.rows.findOneBy(Drafting, { regionCode, season });
  }

  /** @throws Refusal `run.draftUnderWay` while the region's dry run is computed: it would not know of a new decision. */
  async mustRest(rows: EntityManager, { regionCode, season }: AssignmentRun): Promise<void> {
    const drafting = await rows.findOneBy(Drafting, { regionCode, season });
    if (drafting && isUnderWay(drafting, this.clock.now())) throw new Refusal('run.draftUnderWay');
  }

  /** Writes down that this server computes the region's draft; false while another one does. */
  private async claim({ regionCode, season, draftId, byAccountId }: Task): Promise<boolean> {
    const now = this.clock.now();
    const abandoned = await this.database.transact(async (tx) => {
      // The row may not exist yet, so the region's is the lock.
      await this.database.lock(tx, Region, regionCode);
      const before = await tx.findOneBy(Drafting, { regionCode, season });
      if (before && isUnderWay(before, now)) return 'under way';
      const fresh: Drafting = {
        ...{ regionCode, season, draftId, byAccountId, stage: 'reading', share: 0 },
        ...{ beganAt: now, aliveAt: now, failure: null },
      };
      await tx.upsert(Drafting, fresh, ['regionCode', 'season']);
      return before && before.stage !== 'done' ? before.draftId : undefined;
    });
    if (abandoned !== undefined && abandoned !== 'under way') await dropDraft(this.database.rows, abandoned);
    return abandoned !== 'under way';
  }

  private async work(task: Task): Promise<void> {
    const { draftId } = task;
    let toldAt = performance.now();
    const tell = async (stage: Stage, share: number) => {
      const isDue = share === 0 || performance.now() - toldAt > betweenReportsMs;
      if (!isDue) return;
      toldAt = performance.now();
      await this.report(draftId, { stage, share: Math.min(100, Math.floor(share)) });
    };
    try {
      const policy = await this.policies.latest();
      const lottery = await this.lotteries.announce(task.regionCode, task.season);
      const facts = await this.read(task, policy, lottery, tell);
      await tell('matching', 0);
      const computed = await compute(facts, async (drafted, outcomes) => {
        await tell('saving', 0);
        await keepDraft(this.database.rows, draftId, drafted, outcomes, (share) => tell('saving', share));
        return drafted;
      });
      const replaced = await this.database.transact((tx) =>
        this.install(tx, task, policy, lottery, computed),
      );
      await this.report(draftId, { stage: 'done', share: 100 });
      if (replaced !== null) await dropDraft(this.database.rows, replaced);
    } catch (error) {
      const failure = error instanceof Refusal ? error.code : 'run.draftFailed';
      if (!(error instanceof Refusal)) this.log.error(error);
      await dropDraft(this.database.rows, draftId).catch((lost: unknown) => this.log.error(lost));
      await this.report(draftId, { stage: 'failed', share: 0, failure }).catch((lost: unknown) =>
        this.log.error(lost),
      );
    }
  }

  private async read(
    { regionCode, season, batches }: Task,
    policy: AssignmentPolicy,
    lottery: Lottery,
    tell: (stage: Stage, share: number) => Promise<void>,
  ): Promise<Facts> {
    const { rows } = this.database;
    const now = this.clock.now();
    const today = dayOf(now);
    const all = await countCandidates(rows, regionCode);
    const batchIds = batches.map(({ batch }) => batch.id);
    const women: WomanFacts[] = [];
    const page = { regionCode, batchIds, today, size: womenAtOnce };
    for (let after: string | undefined = ''; after !== undefined;) {
      const read = await readWomen(rows, { ...page, after });
      for (const woman of read.women) women.push(woman);
      after = read.next;
      await tell('reading', (100 * women.length) / Math.max(1, all));
    }
    const reserves = await this.plans.reservesOf(
      rows,
      batches.map(({ batch }) => batch),
    );
    const facts = batches.map((whole) => batchFacts(whole, reserves.get(whole.batch.id)!));
    const decisions = await this.decisions.of(regionCode, season, facts, new Set(women.map(({ id }) => id)));
    const { poorPercent, coverageCounties, yearLimit } = policy;
    return {
      seed: this.lotteries.seedOf(lottery),
      policy: { poorPercent, coverageCounties, yearLimit },
      ...{ today, now: now.getTime() },
      regions: await rows.find(Region, { order: { code: 'ASC' } }),
      ...{ batches: facts, women, ...decisions },
    };
  }

  /** Puts the draft in the place of the one that held. Gives back the id of the latter. */
  private async install(
    tx: EntityManager,
    { regionCode, season, draftId, byAccountId }: Task,
    policy: AssignmentPolicy,
    lottery: Lottery,
    { inputHash, resultHash, weights, engineVersion, women, placed }: Computed,
  ): Promise<string | null> {
    const region = await this.database.lock(tx, Region, regionCode);
    const mine = await tx.findOneBy(Drafting, { regionCode, season });
    // This server was silent for so long that another one took the draft over.
    if (mine?.draftId !== draftId) throw new Refusal('run.stateForbids');
    const before = await tx.findOneBy(AssignmentRun, {
      ...{ regionCode, season },
      state: In(['drafted', 'reviewed']),
    });
    const run: AssignmentRun = {
      ...{ id: before?.id ?? newId(), regionCode, season, state: 'drafted', draftId },
      ...{ lotteryId: lottery.id, policyVersion: policy.version, seed: this.lotteries.seedOf(lottery) },
      ...{ inputHash, resultHash, weights, engineVersion, women, placed },
      ...{ draftedAt: this.clock.now(), draftedById: byAccountId, publishedAt: null },
    };
    if (before) await tx.update(AssignmentRun, { id: run.id }, run);
    else await tx.insert(AssignmentRun, run);
    // Whoever asked for it sees it anyway.
    const reviewers = (await this.tasks.whoMay(tx, 'runs.publish', regionCode)).filter(
      (accountId) => accountId !== byAccountId,
    );
    await this.tasks.write(tx, reviewers, 'run_to_review', run.id, { placeName: region?.name ?? '' });
    return before?.draftId ?? null;
  }

  private async report(
    draftId: string,
    told: Pick<Drafting, 'stage' | 'share'> & Partial<Pick<Drafting, 'failure'>>,
  ): Promise<void> {
    await this.database.rows.update(Drafting, { draftId }, { ...told, aliveAt: this.clock.now() });
  }
}
