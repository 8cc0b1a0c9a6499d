import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Action } from '../access/policies';
import { Clock } from '../calendar/clock';
import { dayOf, daysLater } from '../calendar/days.rules';
import { CompletionsService } from '../courses/completions.service';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { Enrolment } from '../enrolments/enrolment.entity';
import { found, Refusal } from '../http/refusals';
import { Region } from '../regions/region.entity';
import { RegionsService } from '../regions/regions.service';
import { draft, type Draft } from './draft';
import { AssignmentPolicy, AssignmentRun, RunBatch, RunOutcome } from './run.entity';
import { batchesToFill, candidates, slotsHeld } from './runs.queries';

const threeYears = 3 * 365;
const rowsAtOnce = 200;

/** Dry runs: computed from the registered facts, stored whole, replaced by the next. */
@Injectable()
export class RunsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(CompletionsService) private readonly completions: CompletionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Computes a dry run for one county. It replaces the county's last one that was not published, and keeps its lottery. */
  async draft(actor: Actor, countyCode: string): Promise<AssignmentRun> {
    const regions = await this.regions.tree();
    if (!regions.has(countyCode, 'county') || !actor.scope('runs.draft').admits(countyCode))
      throw new Refusal('thing.notFound');
    const before = await this.unpublished(this.database.rows, countyCode);
    const seed = before?.seed ?? randomBytes(32).toString('hex');
    const policy = await this.database.rows.findOneOrFail(AssignmentPolicy, {
      where: {},
      order: { version: 'DESC' },
    });
    const computed = await this.compute(countyCode, seed, policy);
    const run: AssignmentRun = {
      id: before?.id ?? newId(),
      countyCode,
      state: 'drafted',
      policyVersion: policy.version,
      seed,
      inputHash: computed.inputHash,
      resultHash: computed.resultHash,
      weights: computed.weights,
      engineVersion: computed.engineVersion,
      instance: computed.instance,
      women: computed.outcomes.length,
      placed: computed.outcomes.filter(({ batchId }) => batchId !== null).length,
      draftedAt: this.clock.now(),
      draftedById: actor.accountId,
      publishedAt: null,
    };
    await this.database.transact((tx) => this.replace(tx, run, computed));
    return run;
  }

  /** @throws Refusal `thing.notFound` outside the actor's counties. */
  async one(actor: Actor, id: string, action: Action): Promise<AssignmentRun> {
    const query = this.database.rows.createQueryBuilder(AssignmentRun, 'run').where('run.id = :id', { id });
    return found(await actor.scope(action).narrow(query, 'run.countyCode').getOne());
  }

  async list(actor: Actor): Promise<AssignmentRun[]> {
    const query = this.database.rows.createQueryBuilder(AssignmentRun, 'run').where('1 = 1');
    return actor
      .scope('runs.read')
      .narrow(query, 'run.countyCode')
      .orderBy('run.draftedAt', 'DESC')
      .take(50)
      .getMany();
  }

  private async compute(countyCode: string, seed: string, policy: AssignmentPolicy): Promise<Draft> {
    const now = this.clock.now();
    const today = dayOf(now);
    const { rows } = this.database;
    const batches = await batchesToFill(rows, countyCode, today);
    if (batches.length === 0) throw new Refusal('run.nothingToAssign');
    const batchIds = batches.map(({ batch }) => batch.id);
    const [women, held, completions, enrolments, regions] = await Promise.all([
      candidates(rows, countyCode, batchIds),
      slotsHeld(rows, today),
      this.completions.since(daysLater(today, -threeYears)),
      rows.findBy(Enrolment, { batchId: In(batchIds) }),
      this.regions.tree(),
    ]);
    const asked = byWoman(enrolments.filter(({ state }) => state === 'applied'));
    const settled = byWoman(
      enrolments.filter(({ state }) => !['applied', 'refused', 'lapsed'].includes(state)),
    );
    return draft({
      seed,
      policy,
      batches,
      candidates: women,
      slotsHeld: held,
      completions,
      asked,
      settled,
      regions,
      now,
    });
  }

  private unpublished(rows: EntityManager, countyCode: string): Promise<AssignmentRun | null> {
    return rows.findOneBy(AssignmentRun, { countyCode, state: In(['drafted', 'reviewed']) });
  }

  private async replace(tx: EntityManager, run: AssignmentRun, { batches, outcomes }: Draft): Promise<void> {
    // A county has one unpublished run. It may not exist yet, so the county's row is the lock.
    await this.database.lock(tx, Region, run.countyCode);
    const other = await this.unpublished(tx, run.countyCode);
    if (other && other.id !== run.id) throw new Refusal('run.stateForbids');
    const before = await this.database.lock(tx, AssignmentRun, run.id);
    if (before && before.state !== 'drafted' && before.state !== 'reviewed')
      throw new Refusal('run.stateForbids');
    await tx.delete(RunBatch, { runId: run.id });
    await tx.delete(RunOutcome, { runId: run.id });
    if (before) await tx.update(AssignmentRun, { id: run.id }, run);
    else await tx.insert(AssignmentRun, run);
    for (const part of inParts(batches))
      await tx.insert(
        RunBatch,
        part.map((row) => ({ ...row, runId: run.id })),
      );
    for (const part of inParts(outcomes))
      await tx.insert(
        RunOutcome,
        part.map((row) => ({ ...row, runId: run.id, reasons: [...row.reasons] })),
      );
  }
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, part) =>
    rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  );
}

function byWoman(enrolments: readonly Enrolment[]): Map<string, Set<string>> {
  const batches = new Map<string, Set<string>>();
  for (const { womanId, batchId } of enrolments)
    batches.set(womanId, (batches.get(womanId) ?? new Set()).add(batchId));
  return batches;
}
