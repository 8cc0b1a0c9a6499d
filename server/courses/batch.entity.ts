import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Half } from '../calendar/days.rules';
import type { Admission, BatchState } from './batches.rules';

/** One run of a course (班次): dates, place, seats. */
@Entity('batches')
@Index('batches_county', ['countyCode', 'state'])
@Index('batches_state', ['state', 'startsOn'])
export class Batch {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  courseId: string;

  /** The county whose federation runs it. */
  @Column('varchar', { length: 6 })
  countyCode: string;

  @Column('varchar', { length: 36 })
  venueId: string;

  @Column('varchar', { length: 36 })
  trainerId: string;

  @Column('varchar', { length: 10 })
  state: BatchState;

  @Column('varchar', { length: 12 })
  admission: Admission;

  /** Seats in all. */
  @Column('int')
  capacity: number;

  /** Below this many women it does not run. */
  @Column('int')
  minimum: number;

  /** Seats held by an offer or an enrolment. Changed only by guarded updates, never by counting. */
  @Column('int')
  taken: number;

  /** Seats kept first for women on the poverty register; null leaves it to the assignment policy. */
  @Column('int', { nullable: true })
  reservedForPoor: number | null;

  @Column('datetime', { precision: 3 })
  signUpUntil: Date;

  /** Days of the first and the last session. */
  @Column('date')
  startsOn: string;

  @Column('date')
  endsOn: string;

  @Column('varchar', { length: 100, nullable: true })
  cancelReason: string | null;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('varchar', { length: 36 })
  openedById: string;
}

/** One half-day of a batch (课次). */
@Entity('sessions')
@Index('sessions_slot', ['batchId', 'heldOn', 'half'], { unique: true })
@Index('sessions_day', ['heldOn'])
export class Session {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  batchId: string;

  @Column('date')
  heldOn: string;

  @Column('varchar', { length: 10 })
  half: Half;
}
