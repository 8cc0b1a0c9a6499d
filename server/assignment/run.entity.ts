import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MissingTier } from './engine/priority';
import type { Instance } from './engine/instance';
import type { RunState } from './runs.rules';

/** The published rules of assignment; a change is a new version, never an edit. */
@Entity('assignment_policies')
export class AssignmentPolicy {
  @PrimaryColumn('int')
  version: number;

  /** Share of each batch kept first for women on the poverty register, in percent. */
  @Column('int')
  poorPercent: number;

  /** Counties that must train all their poor women: theirs come first in their own batches. */
  @Column('json')
  coverageCounties: string[];

  /** Where the rule comes from. */
  @Column('varchar', { length: 120 })
  source: string;

  @Column('datetime', { precision: 3 })
  publishedAt: Date;
}

/** One run of the assignment (分配批次): its inputs and its result, so that anyone can replay it. */
@Entity('assignment_runs')
@Index('assignment_runs_county', ['countyCode', 'state'])
export class AssignmentRun {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 6 })
  countyCode: string;

  @Column('varchar', { length: 10 })
  state: RunState;

  @Column('int')
  policyVersion: number;

  @Column('varchar', { length: 64 })
  seed: string;

  /** SHA-256 of the engine's canonical input. */
  @Column('varchar', { length: 64 })
  inputHash: string;

  @Column('varchar', { length: 20 })
  engineVersion: string;

  /** SHA-256 of the engine's whole answer. */
  @Column('varchar', { length: 64 })
  resultHash: string;

  /** The batches' weights with which the lists were completed. */
  @Column('json', { select: false })
  weights: Record<string, number>;

  /** The engine's whole input; read only to replay the run. */
  @Column('json', { select: false })
  instance: Instance;

  @Column('int')
  women: number;

  @Column('int')
  placed: number;

  @Column('datetime', { precision: 3 })
  draftedAt: Date;

  @Column('varchar', { length: 36 })
  draftedById: string;

  @Column('datetime', { precision: 3, nullable: true })
  publishedAt: Date | null;
}

/** What one run says of one batch. */
@Entity('run_batches')
export class RunBatch {
  @PrimaryColumn('varchar', { length: 36 })
  runId: string;

  @PrimaryColumn('varchar', { length: 36 })
  batchId: string;

  /** Seats it had to give, and women it needs to run, at the time of the draft. */
  @Column('int')
  free: number;

  @Column('int')
  minimum: number;

  @Column('int')
  placed: number;

  @Column('int')
  placedPoor: number;

  /** Women it had when it closed for want of more; null while it stays open. */
  @Column('int', { nullable: true })
  closedWith: number | null;
}

/** What one run says to one woman. */
@Entity('run_outcomes')
@Index('run_outcomes_woman', ['womanId', 'runId'])
export class RunOutcome {
  @PrimaryColumn('varchar', { length: 36 })
  runId: string;

  @PrimaryColumn('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 36, nullable: true })
  batchId: string | null;

  /** One reason for each batch of her list, and for each that could not be on it. */
  @Column('json')
  reasons: OutcomeReason[];
}

/** Why she got this batch or not: the engine's code, or INELIGIBLE with the misfits. */
export interface OutcomeReason {
  readonly batch: string;
  readonly code:
    'ASSIGNED' | 'PINNED' | 'BELOW_CUTOFF' | 'CLOSED' | 'HAS_BETTER' | 'BARRED' | 'INELIGIBLE' | 'OVERLAP';
  readonly missing?: MissingTier;
  readonly had?: number;
  readonly minimum?: number;
  readonly misfits?: readonly string[];
}
