import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A woman who came without being on the roster. Where a seat was free she is enrolled; otherwise she is a guest of this half day. */
@Entity('walk_ins')
@Index('walk_ins_session', ['sessionId'])
export class WalkIn {
  /** Made by the phone. Marks may name her by it until the phone knows her file. */
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  sessionId: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('boolean')
  isGuest: boolean;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
