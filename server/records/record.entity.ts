import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RecordedDeed } from './records.rules';

/** A deed that somebody may have to answer for: who did it, to whom or where, why, when. Rows are added, never edited. */
@Entity('records')
@Index('records_region', ['regionCode', 'at'])
@Index('records_woman', ['womanId', 'at'])
@Index('records_account', ['byAccountId', 'at'])
export class RecordRow {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('datetime', { precision: 3 })
  at: Date;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('varchar', { length: 20 })
  deed: RecordedDeed;

  /** The area it touched. */
  @Column('varchar', { length: 12 })
  regionCode: string;

  /** The woman it touched, where it was one. */
  @Column('varchar', { length: 36, nullable: true })
  womanId: string | null;

  /** The purpose that was given, or what was done; never a number or a name of hers. */
  @Column('varchar', { length: 200 })
  said: string;
}
