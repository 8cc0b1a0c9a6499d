import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { Season } from '../../calendar/seasons.rules';
import { Database } from '../../database/database';
import type { BatchFacts } from '../drafting/facts';
import { AssignmentRun } from '../run.entity';
import { RunDecision } from './decision.entity';
import { decisionsInForce } from './decisions.rules';

/** The officers' decisions as the next dry run takes them. */
@Injectable()
export class DecisionsInForce {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Decisions stay with the run through every new draft. */
  async of(
    regionCode: string,
    season: Season,
    batches: readonly BatchFacts[],
    women: ReadonlySet<string>,
  ): Promise<ReturnType<typeof decisionsInForce>> {
    const { rows } = this.database;
    const state = In(['drafted', 'reviewed']);
    const run = await rows.findOneBy(AssignmentRun, { regionCode, season, state });
    return decisionsInForce(run ? await this.standing(rows, run.id) : [], batches, women);
  }

  /** Those of a run that were not taken back, in the order in which they were made. */
  standing(rows: EntityManager, runId: string): Promise<RunDecision[]> {
    return rows.find(RunDecision, {
      where: { runId, withdrawnAt: IsNull() },
      order: { at: 'ASC', id: 'ASC' },
    });
  }
}
