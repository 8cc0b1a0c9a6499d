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

  /** By the server's clock: what the standing goes by. */
  @Column('datetime', { precision: 3, default: '2000-01-01 00:00:00.000' })
  madeAt: Date;

  /** It came after the batch was closed: it counts once a second person has confirmed it. */
  @Column('boolean', { default: false })
  needsSecond: boolean;

  /** The paper sheet from which it was entered. */
  @Column('varchar', { length: 36, nullable: true })
  sheetId: string | null;
}

/** What the second person said of a mark that came after the batch was closed. */
@Entity('mark_decisions')
export class MarkDecision {
  @PrimaryColumn('varchar', { length: 36 })
  markId: string;

  @Column('boolean')
  isConfirmed: boolean;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
