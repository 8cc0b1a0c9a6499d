import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** She completed a batch (证书). Never deleted: one that was given by mistake is revoked. */
@Entity('certificates')
@Index('certificates_number', ['number'], { unique: true })
@Index('certificates_woman', ['womanId', 'batchId'], { unique: true })
export class Certificate {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** `230129-2026-K7QMD-2XHRA`: county, year, and ten letters that nobody guesses. */
  @Column('varchar', { length: 30 })
  number: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 36 })
  batchId: string;

  @Column('date')
  completedOn: string;

  @Column('datetime', { precision: 3 })
  issuedAt: Date;

  @Column('datetime', { precision: 3, nullable: true })
  revokedAt: Date | null;
}
