import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import type { Action } from '../access/policies';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { seasonOf, type Season } from '../calendar/seasons.rules';
import { Batch } from '../courses/batch.entity';
import { Database } from '../database/database';
import { dayText } from '../database/raw-values';
import { found, Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import type { Drafting } from './drafting/drafting.entity';
import { DraftingService } from './drafting/drafting.service';
import { AssignmentRun } from './run.entity';

/** Runs as officers see them: their county's and the city's, by season. */
@Injectable()
export class RunsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(DraftingService) private readonly drafting: DraftingService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Computes a dry run for a county or the city. It replaces the last one of the season that was not published, and keeps
   * its lottery and the officers' decisions.
   */
  async draft(actor: Actor, regionCode: string, season?: Season): Promise<Drafting> {
    await this.mustBeHers(actor, regionCode);
    return this.drafting.begin(actor.accountId, regionCode, season ?? (await this.firstSeason(regionCode)));
  }

  /** How far the region's dry run is. */
  async draftingOf(actor: Actor, regionCode: string, season: Season): Promise<Drafting> {
    await this.mustBeHers(actor, regionCode);
    return found(await this.drafting.of(regionCode, season));
  }

  /** The region's run that is not published yet, if there is one. */
  async unpublished(regionCode: string, season: Season): Promise<AssignmentRun | null> {
    return this.database.rows
      .createQueryBuilder(AssignmentRun, 'run')
      .where('run.regionCode = :regionCode AND run.season = :season', { regionCode, season })
      .andWhere("run.state IN ('drafted', 'reviewed')")
      .getOne();
  }

  /** @throws Refusal `thing.notFound` outside the actor's regions. */
  async one(actor: Actor, id: string, action: Action): Promise<AssignmentRun> {
    const query = this.database.rows.createQueryBuilder(AssignmentRun, 'run').where('run.id = :id', { id });
    const scope = actor.scope(action);
    // A county reads what a city run gave its women, but only the city decides on it.
    const narrowed =
      action === 'runs.read' ? scope.around(query, 'run.regionCode') : scope.narrow(query, 'run.regionCode');
    return found(await narrowed.getOne());
  }

  async list(actor: Actor): Promise<AssignmentRun[]> {
    const query = this.database.rows.createQueryBuilder(AssignmentRun, 'run').where('1 = 1');
    return actor
      .scope('runs.read')
      .around(query, 'run.regionCode')
      .orderBy('run.draftedAt', 'DESC')
      .addOrderBy('run.id')
      .take(50)
      .getMany();
  }

  /** A published run is over when all its batches have begun: no offer stands any more. */
  async close(): Promise<void> {
    await this.database.rows
      .createQueryBuilder()
      .update(AssignmentRun)
      .set({ state: 'closed' })
      .where("state = 'published'")
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM run_batches inRun JOIN batches batch ON batch.id = inRun.batchId
                      WHERE inRun.draftId = assignment_runs.draftId AND batch.state IN ('open', 'closed'))`,
      )
      .execute();
  }

  private async mustBeHers(actor: Actor, regionCode: string): Promise<void> {
    const regions = await this.regions.tree();
    const isRegion = regions.has(regionCode, 'county') || regions.has(regionCode, 'city');
    if (!isRegion || !actor.scope('runs.draft').admits(regionCode)) throw new Refusal('thing.notFound');
  }

  private async firstSeason(regionCode: string): Promise<Season> {
    const first = await this.database.rows
      .createQueryBuilder(Batch, 'batch')
      .select('MIN(batch.startsOn)', 'startsOn')
      .where("batch.countyCode LIKE :region AND batch.admission = 'assignment'", { region: `${regionCode}%` })
      .andWhere("batch.state IN ('open', 'closed') AND batch.startsOn > :today", {
        today: dayOf(this.clock.now()),
      })
      .getRawOne<{ startsOn: unknown }>();
    if (!first?.startsOn) throw new Refusal('run.nothingToAssign');
    return seasonOf(dayText(first.startsOn));
  }
}
