import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NoticeEvent } from './notices.rules';

/** One thing she must hear of. Written in the transaction of the change itself, so neither exists without the other. */
@Entity('notices')
@Index('notices_woman', ['womanId', 'createdAt'])
@Index('notices_batch', ['batchId', 'event'])
export class Notice {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 24 })
  event: NoticeEvent;

  @Column('varchar', { length: 36, nullable: true })
  batchId: string | null;

  /** The whole sentence, as she reads it. */
  @Column('varchar', { length: 200 })
  sentence: string;

  @Column('datetime', { precision: 3 })
  createdAt: Date;
}
