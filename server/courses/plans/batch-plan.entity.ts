import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { BatchState } from '../batches.rules';

/** What only the office needs to know of a batch: with whom, for how much, and for whom seats are kept first. */
@Entity('batch_plans')
export class BatchPlan {
  @PrimaryColumn('varchar', { length: 36 })
  batchId: string;

  /** With whom it is run jointly; null where the county runs it alone. */
  @Column('varchar', { length: 60, nullable: true })
  jointWith: string | null;

  @Column('int', { nullable: true })
  budgetFen: number | null;

  /** Seats kept first for women who were never trained. */
  @Column('int')
  reservedForNever: number;

  /** Seats kept first for leaders. */
  @Column('int')
  reservedForLeaders: number;
}

/** Each step of a batch's life: who, when, why. Rows are added, never edited. */
@Entity('batch_changes')
@Index('batch_changes_batch', ['batchId', 'at'])
export class BatchChange {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  batchId: string;

  @Column('varchar', { length: 10, nullable: true })
  fromState: BatchState | null;

  /** The same as before where a session or the place was moved. */
  @Column('varchar', { length: 10 })
  toState: BatchState;

  /** Why it was sent back, moved or cancelled. */
  @Column('varchar', { length: 100, nullable: true })
  reason: string | null;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
