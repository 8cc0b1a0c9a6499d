import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Whether the city approves batches before they open: a change is a new row, the latest one holds. */
@Entity('approval_rules')
@Index('approval_rules_region', ['regionCode', 'since'])
export class ApprovalRule {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** The city for whose counties it holds. */
  @Column('varchar', { length: 4 })
  regionCode: string;

  @Column('boolean')
  isAsked: boolean;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  since: Date;
}
