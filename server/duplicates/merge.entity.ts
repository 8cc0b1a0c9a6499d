import type { Filled } from './filled.rules';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Rows that came from the merged file to the kept one, so that each can go back. */
export interface Moved {
  readonly enrolments: readonly string[];
  readonly needs: readonly string[];
  readonly completions: readonly string[];
  readonly marks: readonly string[];
  /** Not in merges made before there were any. */
  readonly walkIns?: readonly string[];
  readonly certificates?: readonly string[];
  readonly checkIns?: readonly string[];
  readonly sittingEntries?: readonly string[];
  readonly confirmations?: readonly string[];
  /** Not in merges made before there was any. */
  readonly feedback?: readonly string[];
  readonly notices: readonly string[];
  readonly consents: readonly string[];
  readonly accounts: readonly string[];
  /** Her identity number went over to the kept file, which said this of her year of birth before. */
  readonly identity?: { readonly bornInYear: number | null };
  /** Facts that only the merged file knew. */
  readonly filled?: readonly Filled[];
  /** Need cards have no id of their own: whether hers went over. */
  readonly card: boolean;
  /** Needs of the merged file that the kept one has too, closed as doubles. */
  readonly doubleNeeds: readonly string[];
  /** Second enrolments in one batch, ended; their seats went on to others. */
  readonly ended: readonly string[];
}

/** Two files found to be one woman (合并档案): who said so, when, and what moved. The row stays for ever. */
@Entity('merges')
@Index('merges_kept', ['keptId'])
@Index('merges_merged', ['mergedId'])
export class Merge {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  keptId: string;

  @Column('varchar', { length: 36 })
  mergedId: string;

  @Column('json')
  moved: Moved;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;

  @Column('varchar', { length: 36, nullable: true })
  undoneById: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  undoneAt: Date | null;
}
