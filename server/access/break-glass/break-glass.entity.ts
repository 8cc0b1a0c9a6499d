import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** For three hours a county officer may read the files of a region that is not hers, for a reason she wrote. */
@Entity('break_glasses')
@Index('break_glasses_account', ['accountId', 'isOpen'])
@Index('break_glasses_region', ['regionCode', 'since'])
export class BreakGlass {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 12 })
  regionCode: string;

  @Column('varchar', { length: 200 })
  reason: string;

  @Column('datetime', { precision: 3 })
  since: Date;

  /** When it ends, or ended. */
  @Column('datetime', { precision: 3 })
  until: Date;

  /** Kept until the account asks again, so that every request finds the few that may hold. */
  @Column('boolean')
  isOpen: boolean;
}
