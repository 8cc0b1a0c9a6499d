import { Inject, Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import { families } from '../needs/families.rules';
import { Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { shortenName } from '../secrecy/mask.rules';
import { withMerged } from '../women/merged-files';
import { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import { batchesById, countUnmet, titlesOf } from './outcomes.queries';
import { AssignmentRun, RunOutcome } from './run.entity';
import type { RunWomenDto } from './runs.dto';
import { sayOutcome, sayReason, type OutcomeReason } from './runs.rules';
import { RunsService } from './runs.service';
import type { BoardVillageView, OutcomeView, ReasonView, RunWomanView, UnmetView } from './runs.view';

const perPage = 50;

/** What a run says to each woman: to her officer, to the village board, to herself. */
@Injectable()
export class OutcomesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunsService) private readonly runs: RunsService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
  ) {}

  /** Page by page, fifty at once. */
  async womenOf(
    actor: Actor,
    runId: string,
    filter: RunWomenDto,
  ): Promise<{ women: RunWomanView[]; total: number }> {
    const run = await this.runs.one(actor, runId, 'runs.read');
    const query = this.named(actor, run, filter)
      .orderBy('outcome.villageCode')
      .addOrderBy('outcome.womanId')
      .skip(((filter.page ?? 1) - 1) * perPage)
      .take(perPage);
    const [outcomes, total] = await query.getManyAndCount();
    return { total, women: await this.view(outcomes) };
  }

  /** Every woman of a run whom the reader may name, part by part. */
  async *everyone(actor: Actor, run: AssignmentRun): AsyncGenerator<RunWomanView[]> {
    const partSize = 1_000;
    for (let after = { village: '', woman: '' }; ;) {
      const outcomes = await this.named(actor, run, {})
        .andWhere(
          '(outcome.villageCode > :village OR (outcome.villageCode = :village AND outcome.womanId > :woman))',
          after,
        )
        .orderBy('outcome.villageCode')
        .addOrderBy('outcome.womanId')
        .take(partSize)
        .getMany();
      yield await this.view(outcomes);
      const last = outcomes.at(-1);
      if (!last || outcomes.length < partSize) return;
      after = { village: last.villageCode, woman: last.womanId };
    }
  }

  /** The needs that the run left open, township by township: where another batch is wanted. */
  async unmet(actor: Actor, runId: string): Promise<UnmetView[]> {
    const run = await this.runs.one(actor, runId, 'runs.read');
    const regions = await this.regions.tree();
    const rows = (await countUnmet(this.database.rows, run)).filter(
      ({ regionCode }) =>
        actor.scope('runs.read').admits(regionCode) || actor.scope('runs.read').admits(run.regionCode),
    );
    const order = (family: string) => families.findIndex((one) => one === family);
    return rows
      .map((row) => ({ ...row, regionName: regions.pathName(row.regionCode) }))
      .sort(
        (a, b) =>
          b.women - a.women || a.regionCode.localeCompare(b.regionCode) || order(a.family) - order(b.family),
      );
  }

  /** Who goes to which batch, with shortened names, for the boards of the region's villages. */
  async board(actor: Actor, runId: string, region?: string): Promise<BoardVillageView[]> {
    const run = await this.runs.one(actor, runId, 'runs.read');
    if (run.state !== 'published' && run.state !== 'closed') throw new Refusal('run.notPublished');
    const outcomes = await this.named(actor, run, { which: 'placed', ...(region && { region }) })
      .orderBy('outcome.villageCode')
      .addOrderBy('outcome.womanId')
      .getMany();
    const whole = await batchesById(this.database.rows, [
      ...new Set(outcomes.flatMap(({ batchId }) => batchId ?? [])),
    ]);
    const women = await this.women.byIds(outcomes.map(({ womanId }) => womanId));
    const regions = await this.regions.tree();
    const villages = new Map<string, BoardVillageView>();
    for (const { womanId, villageCode, batchId } of outcomes) {
      const { batch, course, venue } = whole.get(batchId!)!;
      const village = villages.get(villageCode) ?? {
        ...{ villageCode, villageName: regions.pathName(villageCode), lines: [] },
      };
      village.lines.push({
        name: shortenName(women.get(womanId)!.name),
        batchTitle: course.title,
        startsOn: batch.startsOn,
        venueName: venue.name,
      });
      villages.set(villageCode, village);
    }
    return [...villages.values()];
  }

  /** What the last published run says to her. A dry run is nobody's business yet. */
  async latestFor(actor: Actor, womanId: string): Promise<OutcomeView | null> {
    const woman = await this.women.served(actor, womanId, 'enrolments.read');
    const { rows } = this.database;
    const latest = await rows
      .createQueryBuilder(RunOutcome, 'outcome')
      .innerJoin(
        AssignmentRun,
        'run',
        "run.draftId = outcome.draftId AND run.state IN ('published', 'closed')",
      )
      .where('outcome.womanId IN (:...hers)', { hers: await withMerged(rows, [woman.id]) })
      .orderBy('run.publishedAt', 'DESC')
      // Of two files merged since then one may have been given a seat.
      .addOrderBy('outcome.batchId', 'DESC')
      .getOne();
    if (!latest) return null;
    const run = await rows.findOneByOrFail(AssignmentRun, { draftId: latest.draftId });
    const titleOf = await titlesOf(rows, batchIdsIn([latest]));
    return {
      sentence: sayOutcome(latest.batchId, latest.reasons, titleOf),
      publishedAt: run.publishedAt!,
      batchId: latest.batchId,
      reasons: viewReasons(latest.reasons, titleOf),
    };
  }

  /** The outcomes of those women whom the reader may name: all of her own county's run, her county's of the city's. */
  private named(
    actor: Actor,
    run: AssignmentRun,
    { which, batchId, region, name }: Omit<RunWomenDto, 'page'>,
  ): SelectQueryBuilder<RunOutcome> {
    const query = this.database.rows
      .createQueryBuilder(RunOutcome, 'outcome')
      .where('outcome.draftId = :draftId', { draftId: run.draftId });
    const names = actor.scope('runs.names');
    if (!names.admits(run.regionCode)) names.narrow(query, 'outcome.villageCode');
    if (which) query.andWhere(`outcome.batchId IS ${which === 'placed' ? 'NOT NULL' : 'NULL'}`);
    if (batchId) query.andWhere('outcome.batchId = :batchId', { batchId });
    if (region) query.andWhere('outcome.villageCode LIKE :region', { region: `${region}%` });
    if (name)
      query.andWhere(
        new Brackets((inner) =>
          inner.where(
            `outcome.womanId IN (${query
              .subQuery()
              .select('woman.id')
              .from(Woman, 'woman')
              .where("woman.name LIKE :name ESCAPE '!'")
              .getQuery()})`,
            { name: `%${name.replace(/[!%_]/g, '!$&')}%` },
          ),
        ),
      );
    return query;
  }

  private async view(outcomes: readonly RunOutcome[]): Promise<RunWomanView[]> {
    const titleOf = await titlesOf(this.database.rows, batchIdsIn(outcomes));
    const women = await this.women.byIds(outcomes.map(({ womanId }) => womanId));
    const regions = await this.regions.tree();
    return outcomes.map(({ womanId, villageCode, batchId, reasons }) => {
      const { name, isRegisteredPoor } = women.get(womanId)!;
      return {
        ...{ womanId, name, villageName: regions.pathName(villageCode), isRegisteredPoor, batchId },
        batchTitle: batchId === null ? null : titleOf(batchId),
        sentence: sayOutcome(batchId, reasons, titleOf),
        reasons: viewReasons(reasons, titleOf),
      };
    });
  }
}

function batchIdsIn(outcomes: readonly RunOutcome[]): string[] {
  return outcomes.flatMap(({ reasons, batchId }) => [
    ...reasons.map(({ batch }) => batch),
    ...(batchId === null ? [] : [batchId]),
  ]);
}

function viewReasons(reasons: readonly OutcomeReason[], titleOf: (batchId: string) => string): ReasonView[] {
  return reasons.map((reason) => {
    const title = titleOf(reason.batch);
    return { batchId: reason.batch, title, code: reason.code, sentence: sayReason(reason, title) };
  });
}
