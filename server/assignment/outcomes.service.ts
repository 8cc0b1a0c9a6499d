import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Batch } from '../courses/batch.entity';
import { wholeBatches, type WholeBatch } from '../courses/batches.queries';
import { Database } from '../database/database';
import { RegionsService } from '../regions/regions.service';
import { WomenService } from '../women/women.service';
import { AssignmentRun, RunBatch, RunOutcome, type OutcomeReason } from './run.entity';
import type { RunWomenDto } from './runs.dto';
import { runStateNames, sayOutcome, sayReason } from './runs.rules';
import { RunsService } from './runs.service';
import type { OutcomeView, ReasonView, RunView, RunWomenView } from './runs.view';

const perPage = 50;

/** What a run says: to the officer, batch by batch and woman by woman; to each woman, in one sentence. */
@Injectable()
export class OutcomesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunsService) private readonly runs: RunsService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
  ) {}

  async view(run: AssignmentRun): Promise<RunView> {
    const { rows } = this.database;
    const inRun = await rows.findBy(RunBatch, { runId: run.id });
    const whole = await batchesById(
      rows,
      inRun.map(({ batchId }) => batchId),
    );
    const regions = await this.regions.tree();
    const { id, countyCode, state, women, placed, draftedAt, publishedAt, inputHash } = run;
    const batches = inRun.map(({ batchId, free, minimum, placed: got, placedPoor, closedWith }) => {
      const { course, batch } = whole.get(batchId)!;
      const facts = { title: course.title, family: course.family, startsOn: batch.startsOn };
      return {
        batchId,
        ...facts,
        free,
        minimum,
        placed: got,
        placedPoor,
        isClosed: closedWith !== null,
        closedWith,
      };
    });
    batches.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.title.localeCompare(b.title, 'zh-CN'));
    return {
      id,
      countyCode,
      countyName: regions.name(countyCode),
      state,
      stateName: runStateNames[state],
      women,
      placed,
      draftedAt,
      publishedAt,
      inputHash,
      batches,
    };
  }

  async womenOf(actor: Actor, runId: string, { which, page = 1 }: RunWomenDto): Promise<RunWomenView> {
    const run = await this.runs.one(actor, runId, 'runs.read');
    const batchId = which === 'placed' ? Not(IsNull()) : which === 'unplaced' ? IsNull() : undefined;
    const [outcomes, total] = await this.database.rows.findAndCount(RunOutcome, {
      where: { runId: run.id, ...(batchId && { batchId }) },
      order: { womanId: 'ASC' },
      skip: (page - 1) * perPage,
      take: perPage,
    });
    const titleOf = await this.titles(outcomes);
    const women = await this.women.byIds(outcomes.map(({ womanId }) => womanId));
    const regions = await this.regions.tree();
    return {
      total,
      women: outcomes.map((outcome) => {
        const { id: womanId, name, villageCode, isRegisteredPoor } = women.get(outcome.womanId)!;
        return {
          womanId,
          name,
          villageName: regions.pathName(villageCode),
          isRegisteredPoor,
          batchId: outcome.batchId,
          batchTitle: outcome.batchId === null ? null : titleOf(outcome.batchId),
          sentence: sayOutcome(outcome.batchId, outcome.reasons, titleOf),
          reasons: viewReasons(outcome.reasons, titleOf),
        };
      }),
    };
  }

  /** What the last published run says to her. A dry run is nobody's business yet. */
  async latestFor(actor: Actor, womanId: string): Promise<OutcomeView | null> {
    const woman = await this.women.served(actor, womanId, 'enrolments.read');
    const latest = await this.database.rows
      .createQueryBuilder(RunOutcome, 'outcome')
      .innerJoin(AssignmentRun, 'run', "run.id = outcome.runId AND run.state IN ('published', 'closed')")
      .where('outcome.womanId = :womanId', { womanId: woman.id })
      .orderBy('run.publishedAt', 'DESC')
      .getOne();
    if (!latest) return null;
    const run = await this.database.rows.findOneByOrFail(AssignmentRun, { id: latest.runId });
    const titleOf = await this.titles([latest]);
    return {
      sentence: sayOutcome(latest.batchId, latest.reasons, titleOf),
      publishedAt: run.publishedAt!,
      batchId: latest.batchId,
      reasons: viewReasons(latest.reasons, titleOf),
    };
  }

  private async titles(outcomes: readonly RunOutcome[]): Promise<(batchId: string) => string> {
    const ids = new Set(
      outcomes.flatMap(({ reasons, batchId }) => [
        ...reasons.map(({ batch }) => batch),
        ...(batchId ? [batchId] : []),
      ]),
    );
    const whole = await batchesById(this.database.rows, [...ids]);
    return (batchId) => whole.get(batchId)?.course.title ?? '';
  }
}

function viewReasons(reasons: readonly OutcomeReason[], titleOf: (batchId: string) => string): ReasonView[] {
  return reasons.map((reason) => {
    const title = titleOf(reason.batch);
    return { batchId: reason.batch, title, code: reason.code, sentence: sayReason(reason, title) };
  });
}

async function batchesById(rows: EntityManager, ids: readonly string[]): Promise<Map<string, WholeBatch>> {
  if (ids.length === 0) return new Map();
  const whole = await wholeBatches(rows, rows.createQueryBuilder(Batch, 'batch').where({ id: In([...ids]) }));
  return new Map(whole.map((one) => [one.batch.id, one]));
}
