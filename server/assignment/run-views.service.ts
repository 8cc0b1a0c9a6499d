import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { saySeason } from '../calendar/seasons.rules';
import type { WholeBatch } from '../courses/batches.queries';
import { PoliciesService } from '../courses/policies.service';
import { Database } from '../database/database';
import { refusals } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { WomenService } from '../women/women.service';
import { DecisionsInForce } from './decisions/decisions-in-force';
import { decisionNames } from './decisions/decisions.rules';
import type { Drafting } from './drafting/drafting.entity';
import { shareOfAll, stageNames } from './drafting/stages.rules';
import { LotteriesService } from './lottery/lotteries.service';
import { Lottery } from './lottery/lottery.entity';
import { viewLottery, type LotteryView } from './lottery/lottery.view';
import { batchesById, trainingsOf } from './outcomes.queries';
import { AssignmentRun, RunBatch } from './run.entity';
import { abilitiesOn, runStateNames } from './runs.rules';
import { RunsService } from './runs.service';
import type {
  DecisionView,
  DraftingView,
  FloorView,
  RunBatchView,
  RunSummaryView,
  RunView,
} from './runs.view';

/** A run as an officer looks through it before she publishes. */
@Injectable()
export class RunViewsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunsService) private readonly runs: RunsService,
    @Inject(LotteriesService) private readonly lotteries: LotteriesService,
    @Inject(DecisionsInForce) private readonly decisions: DecisionsInForce,
    @Inject(PoliciesService) private readonly policies: PoliciesService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, run: AssignmentRun): Promise<RunView> {
    const { rows } = this.database;
    const inRun = await rows.findBy(RunBatch, { draftId: run.draftId });
    const whole = await batchesById(
      rows,
      inRun.map(({ batchId }) => batchId),
    );
    const regions = await this.regions.tree();
    const now = this.clock.now();
    const signUpUntil = [...whole.values()]
      .map(({ batch }) => batch.signUpUntil)
      .filter((until) => until > now);
    const lottery = await this.lotteryOf(run);
    const batches = inRun.map((one) =>
      viewRunBatch(one, whole.get(one.batchId)!, (code) => regions.name(code)),
    );
    batches.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.title.localeCompare(b.title, 'zh-CN'));
    const { id, regionCode, season, state, women, placed, draftedAt, publishedAt, inputHash } = run;
    const isAllOpen = signUpUntil.length === inRun.length;
    const drawFrom = isAllOpen ? signUpUntil.reduce((a, b) => (a < b ? a : b)) : null;
    const isHers = actor.scope('runs.publish').admits(regionCode);
    return {
      ...{ id, regionCode, regionName: regions.name(regionCode), season, seasonName: saySeason(season) },
      ...{ state, stateName: runStateNames[state], women, placed, draftedAt, publishedAt, inputHash },
      ...{ drawFrom, stillOpen: signUpUntil.length, lottery, batches },
      decisions: await this.decisionsOn(actor, run, (batchId) => whole.get(batchId)?.course.title ?? ''),
      floors: await this.floorsOf(inRun, whole),
      abilities: {
        ...abilitiesOn(state, {
          isHers,
          isDrawn: lottery !== null && lottery.drawNumber !== null,
          isSignUpOpen: isAllOpen,
        }),
        names: actor.may('runs.names'),
      },
    };
  }

  async summaries(actor: Actor): Promise<RunSummaryView[]> {
    const runs = await this.runs.list(actor);
    const regions = await this.regions.tree();
    const counted = await this.database.rows
      .createQueryBuilder(RunBatch, 'inRun')
      .select(['inRun.draftId AS draftId', 'COUNT(*) AS batches'])
      .where({ draftId: In(runs.map(({ draftId }) => draftId)) })
      .groupBy('inRun.draftId')
      .getRawMany<{ draftId: string; batches: number | string }>();
    const batchesIn = new Map(counted.map(({ draftId, batches }) => [draftId, Number(batches)]));
    return runs.map(({ id, regionCode, season, state, women, placed, draftedAt, draftId }) => ({
      ...{ id, regionName: regions.name(regionCode), seasonName: saySeason(season) },
      ...{ state, stateName: runStateNames[state], women, placed, draftedAt },
      batches: batchesIn.get(draftId) ?? 0,
    }));
  }

  async drafting(
    actor: Actor,
    { regionCode, season, stage, share, failure }: Drafting,
  ): Promise<DraftingView> {
    const run = stage === 'done' ? await this.runs.unpublished(regionCode, season) : null;
    return {
      ...{ regionCode, season, stage, stageName: stageNames[stage], percent: shareOfAll({ stage, share }) },
      failure: failure === null ? null : refusals[failure][1],
      run: run && (await this.run(actor, run)),
    };
  }

  private async lotteryOf({ lotteryId, regionCode }: AssignmentRun): Promise<LotteryView | null> {
    if (lotteryId === null) return null;
    const lottery = await this.database.rows.findOneByOrFail(Lottery, { id: lotteryId });
    const told = { secret: this.lotteries.secretOf(lottery), seed: this.lotteries.seedOf(lottery) };
    return viewLottery(lottery, (await this.regions.tree()).name(regionCode), told);
  }

  private async decisionsOn(
    actor: Actor,
    run: AssignmentRun,
    titleOf: (batchId: string) => string,
  ): Promise<DecisionView[]> {
    const standing = await this.decisions.standing(this.database.rows, run.id);
    const women = await this.women.byIds(standing.flatMap(({ womanId }) => womanId ?? []));
    const names = actor.scope('runs.names');
    return standing.map(({ id, kind, batchId, womanId, reason, at }) => {
      const woman = womanId === null ? undefined : women.get(womanId);
      const isNamed = woman && (names.admits(woman.villageCode) || names.admits(run.regionCode));
      return {
        ...{ id, kind, kindName: decisionNames[kind], batchId, batchTitle: titleOf(batchId), womanId },
        ...{ womanName: isNamed ? woman.name : null, reason, at },
      };
    });
  }

  /** Counties whose closing batches may keep them from what they owe: assignment.md 3.4 wants a person to look at them. */
  private async floorsOf(
    inRun: readonly RunBatch[],
    whole: ReadonlyMap<string, WholeBatch>,
  ): Promise<FloorView[]> {
    const { countyFloor, coverageCounties } = await this.policies.latest();
    const regions = await this.regions.tree();
    const year = dayOf(this.clock.now()).slice(0, 4);
    const countyOf = ({ batchId }: RunBatch) => whole.get(batchId)!.batch.countyCode;
    const closing = inRun.filter(({ closedWith }) => closedWith !== null);
    const floors = await Promise.all(
      [...new Set(closing.map(countyOf))].sort().map(async (countyCode) => {
        const placed = inRun
          .filter((one) => countyOf(one) === countyCode)
          .reduce((sum, one) => sum + one.placed, 0);
        return {
          ...{ countyCode, countyName: regions.name(countyCode), floor: countyFloor },
          closing: closing.filter((one) => countyOf(one) === countyCode).length,
          expected: placed + (await trainingsOf(this.database.rows, countyCode, year)),
          mustCoverAll: coverageCounties.includes(countyCode),
        };
      }),
    );
    return floors.filter(({ expected, floor, mustCoverAll }) => expected < floor || mustCoverAll);
  }
}

function viewRunBatch(
  { batchId, free, minimum, reservedForPoor, placed, placedPoor, closedWith }: RunBatch,
  { batch, course }: WholeBatch,
  nameOf: (code: string) => string,
): RunBatchView {
  return {
    ...{ batchId, title: course.title, family: course.family, startsOn: batch.startsOn },
    ...{ countyName: nameOf(batch.countyCode), free, minimum, reservedForPoor, placed, placedPoor },
    ...{ isClosed: closedWith !== null, closedWith },
  };
}
