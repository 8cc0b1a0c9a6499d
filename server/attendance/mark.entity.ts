import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MarkKind } from './attendance.rules';

/** One tap of a trainer (签到记录). Marks are added, never edited; the standing is derived from them. */
@Entity('attendance_marks')
@Index('marks_session', ['sessionId', 'womanId'])
export class AttendanceMark {
  /** Made by the phone before the mark was sent, so that the same mark twice is one row. */
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  sessionId: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 10 })
  kind: MarkKind;

  @Column('varchar', { length: 60, nullable: true })
  reason: string | null;

  /** By the phone's clock, which may be wrong. */
  @Column('datetime', { precision: 3 })
  markedAt: Date;

  @Column('datetime', { precision: 3 })
  receivedAt: Date;

  @Column('varchar', { length: 36 })
  byAccountId: string;
}
