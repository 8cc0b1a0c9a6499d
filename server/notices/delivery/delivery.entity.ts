import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MessageFacts } from '../../wechat/templates.rules';
import type { AttemptResult, Place, Rung } from '../ladder.rules';

/** How far one notice has climbed. It comes with the notice, in the transaction of the change. */
@Entity('deliveries')
@Index('deliveries_due', ['dueAt'])
@Index('deliveries_rung', ['rung', 'endsAt'])
export class Delivery {
  @PrimaryColumn('varchar', { length: 36 })
  noticeId: string;

  /** What a message is filled with. */
  @Column('json')
  facts: MessageFacts;

  @Column('varchar', { length: 10 })
  rung: Place;

  /**
   * When a message is due; null where people act, and where nothing is left to do. Whoever takes it moves this to the end
   * of the lease, so that another takes it then if the first has died. By the clock of the servers, never the database's.
   */
  @Column('datetime', { precision: 3, nullable: true })
  dueAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  hurryAt: Date | null;

  /** From then on it is of no use to be told. */
  @Column('datetime', { precision: 3, nullable: true })
  endsAt: Date | null;

  @Column('int')
  tries: number;

  @Column('varchar', { length: 36, nullable: true })
  leasedBy: string | null;

  /** The attempt that has begun and is not on record yet: if its worker dies, nobody knows whether it was sent. */
  @Column('varchar', { length: 36, nullable: true })
  attemptId: string | null;

  @Column('varchar', { length: 10, nullable: true })
  reachedBy: Rung | 'inbox' | null;
}

/** One attempt to tell her, and what became of it. Rows are added, and ended once. */
@Entity('delivery_attempts')
@Index('delivery_attempts_notice', ['noticeId'])
export class DeliveryAttempt {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  noticeId: string;

  @Column('varchar', { length: 10 })
  rung: Rung | 'inbox';

  @Column('varchar', { length: 16 })
  result: AttemptResult;

  /** Why: WeChat's or the provider's number, or our own reason. Never what was sent, nor to which number. */
  @Column('varchar', { length: 120 })
  said: string;

  /** Who called or hung it up; null when it was the server. */
  @Column('varchar', { length: 36, nullable: true })
  byAccountId: string | null;

  @Column('datetime', { precision: 3 })
  at: Date;
}
