import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LedgerField } from './fields.rules';

/** A ledger that somebody ordered: of which women, what it says of them, and for what. Rows are added, never edited. */
@Entity('ledgers')
@Index('ledgers_region', ['regionCode', 'at'])
export class Ledger {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;

  /** The village, township or county whose women it lists. */
  @Column('varchar', { length: 12 })
  regionCode: string;

  @Column('json')
  fields: readonly LedgerField[];

  /** Whether numbers stand in it whole. */
  @Column('boolean')
  isWhole: boolean;

  /** What whole numbers are wanted for. */
  @Column('varchar', { length: 100, nullable: true })
  purpose: string | null;

  /** How many women there were when it was ordered. */
  @Column('int')
  women: number;
}
