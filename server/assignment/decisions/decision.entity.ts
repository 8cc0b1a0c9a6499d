import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DecisionKind } from './decisions.rules';

/**
 * What an officer decided about a run before it is published, and why: a seat given (pin), a pair struck (bar), a
 * minimum waived. It stays through every new dry run until it is taken back; the row stays for ever.
 */
@Entity('run_decisions')
@Index('run_decisions_run', ['runId'])
export class RunDecision {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  runId: string;

  @Column('varchar', { length: 8 })
  kind: DecisionKind;

  /** Null for a waived minimum. */
  @Column('varchar', { length: 36, nullable: true })
  womanId: string | null;

  @Column('varchar', { length: 36 })
  batchId: string;

  @Column('varchar', { length: 100 })
  reason: string;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;

  @Column('varchar', { length: 36, nullable: true })
  withdrawnById: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  withdrawnAt: Date | null;
}
