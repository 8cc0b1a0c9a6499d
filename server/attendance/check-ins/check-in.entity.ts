import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A woman scanned the code on her trainer's screen. It is no mark: the trainer confirms it on the roster. */
@Entity('check_ins')
@Index('check_ins_woman', ['sessionId', 'womanId'], { unique: true })
export class CheckIn {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  sessionId: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
