import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Season } from '../calendar/seasons.rules';
import type { OutcomeReason, RunState } from './runs.rules';

/** One run of the assignment (分配批次) for a region and season: its inputs and its result, so that anyone can replay it. */
@Entity('assignment_runs')
@Index('assignment_runs_county', ['regionCode', 'state'])
export class AssignmentRun {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** A county's six digits, or the city's four: all counties' batches at once. */
  @Column('varchar', { length: 6 })
  regionCode: string;

  @Column('varchar', { length: 12, default: '' })
  season: Season;

  @Column('varchar', { length: 10 })
  state: RunState;

  /** The draft that holds: its batches, outcomes and inputs carry this id. A new dry run replaces it in one step. */
  @Column('varchar', { length: 36, default: '' })
  draftId: string;

  @Column('varchar', { length: 36, nullable: true })
  lotteryId: string | null;

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

/** What one draft says of one batch. */
@Entity('run_batches')
export class RunBatch {
  @PrimaryColumn('varchar', { length: 36 })
  draftId: string;

  @PrimaryColumn('varchar', { length: 36 })
  batchId: string;

  /** Seats it had to give, women it needs to run, and seats kept first for the poor, at the time of the draft. */
  @Column('int')
  free: number;

  @Column('int')
  minimum: number;

  @Column('int', { default: 0 })
  reservedForPoor: number;

  @Column('int')
  placed: number;

  @Column('int')
  placedPoor: number;

  /** Women it had when it closed for want of more; null while it stays open. */
  @Column('int', { nullable: true })
  closedWith: number | null;
}

/** What one draft says to one woman. */
@Entity('run_outcomes')
@Index('run_outcomes_woman', ['womanId', 'draftId'])
export class RunOutcome {
  @PrimaryColumn('varchar', { length: 36 })
  draftId: string;

  @PrimaryColumn('varchar', { length: 36 })
  womanId: string;

  /** Where she lived: kept here so that a reader's region is one condition. */
  @Column('varchar', { length: 12, default: '' })
  villageCode: string;

  @Column('varchar', { length: 36, nullable: true })
  batchId: string | null;

  /** One reason for each batch of her list, and for each that could not be on it. */
  @Column('json')
  reasons: OutcomeReason[];
}
