import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EnrolmentState } from './enrolments.rules';

/** One woman and one batch (报名): one row for ever, whatever happens to it. */
@Entity('enrolments')
@Index('enrolments_woman_batch', ['womanId', 'batchId'], { unique: true })
@Index('enrolments_in_batch', ['batchId', 'state', 'waitingSince', 'womanId'])
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

  /** Her tiers under the published policy when she began to wait, higher first: see `waiting.rules.ts`. */
  @Column('int', { default: 0 })
  priority: number;

  /** Since when she waits; decides among those of one priority. */
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

/** Each change of a batch's seats by an officer: who, when, from how many to how many. */
@Entity('capacity_changes')
@Index('capacity_changes_batch', ['batchId'])
export class CapacityChange {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  batchId: string;

  @Column('int')
  fromCapacity: number;

  @Column('int')
  toCapacity: number;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}

/** The first answer to a request that carried a key of its own, kept in the transaction of what it did. */
@Entity('request_keys')
export class RequestKeyRow {
  @PrimaryColumn('varchar', { length: 36 })
  accountId: string;

  @PrimaryColumn('varchar', { length: 64 })
  requestKey: string;

  /** SHA-256 of route and body: the same key with another question is a mistake. */
  @Column('varchar', { length: 64 })
  asked: string;

  /** The view as JSON. */
  @Column('text')
  answer: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
