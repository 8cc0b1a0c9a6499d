import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CheckState } from './checks.rules';

/** The check of one text or one picture that a user sent. The words themselves stay where they were written. */
@Entity('checks')
@Index('checks_about', ['about', 'aboutId'])
@Index('checks_due', ['state', 'nextTryAt'])
@Index('checks_trace', ['traceId'])
export class Check {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** What kind of thing it is a part of: story. */
  @Column('varchar', { length: 20 })
  about: string;

  @Column('varchar', { length: 36 })
  aboutId: string;

  /** The picture; without one it is the words. */
  @Column('varchar', { length: 36, nullable: true })
  fileId: string | null;

  /** Whose words they are: WeChat judges only for somebody it knows. */
  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('varchar', { length: 12 })
  regionCode: string;

  @Column('varchar', { length: 10 })
  state: CheckState;

  /** Under which WeChat tells what it found in the picture. */
  @Column('varchar', { length: 64, nullable: true })
  traceId: string | null;

  /** How often WeChat was asked. */
  @Column('int')
  tries: number;

  /** When it is WeChat's turn next. */
  @Column('datetime', { precision: 3 })
  nextTryAt: Date;

  @Column('varchar', { length: 36, nullable: true })
  appealById: string | null;

  @Column('varchar', { length: 200, nullable: true })
  appealWords: string | null;

  @Column('varchar', { length: 36, nullable: true })
  decidedById: string | null;

  /** Why the person decided so. */
  @Column('varchar', { length: 200, nullable: true })
  reason: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column('datetime', { precision: 3 })
  createdAt: Date;
}
