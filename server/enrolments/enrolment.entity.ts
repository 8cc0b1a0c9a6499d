import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EnrolmentState } from './enrolments.rules';

/** One woman and one batch (报名): one row for ever, whatever happens to it. */
@Entity('enrolments')
@Index('enrolments_woman_batch', ['womanId', 'batchId'], { unique: true })
@Index('enrolments_batch', ['batchId', 'state', 'waitingSince'])
@Index('enrolments_offers', ['state', 'offerUntil'])
export class Enrolment {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 36 })
  batchId: string;

  @Column('varchar', { length: 12 })
  state: EnrolmentState;

  /** Until when an offer holds its seat. */
  @Column('datetime', { precision: 3, nullable: true })
  offerUntil: Date | null;

  /** Since when she waits; decides the order of the waiting list. */
  @Column('datetime', { precision: 3, nullable: true })
  waitingSince: Date | null;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('datetime', { precision: 3 })
  changedAt: Date;
}

/** Each change of an enrolment: who, when, why. Rows are added, never edited. */
@Entity('enrolment_changes')
@Index('enrolment_changes_enrolment', ['enrolmentId'])
export class EnrolmentChange {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  enrolmentId: string;

  @Column('varchar', { length: 12, nullable: true })
  fromState: EnrolmentState | null;

  @Column('varchar', { length: 12 })
  toState: EnrolmentState;

  /** Null when the clock did it: a lapsed offer. */
  @Column('varchar', { length: 36, nullable: true })
  byAccountId: string | null;

  @Column('varchar', { length: 100 })
  reason: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
