import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ChangedField } from './profile.rules';

/** One change of a file: who, when, what it was and what it became. Rows are added; nobody edits them. */
@Entity('woman_changes')
@Index('changes_woman', ['womanId', 'at'])
export class WomanChange {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('datetime', { precision: 3 })
  at: Date;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('varchar', { length: 20 })
  field: ChangedField;

  /** All of it is sealed, names too. */
  @Column('varchar', { length: 1000, nullable: true })
  beforeSealed: string | null;

  @Column('varchar', { length: 1000, nullable: true })
  afterSealed: string | null;
}
