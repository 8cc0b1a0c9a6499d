import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TaskEvent } from './tasks.rules';

/** One thing that one of the staff has to do. Written in the transaction of the change itself, and done in another's. */
@Entity('staff_tasks')
@Index('staff_tasks_account', ['accountId', 'createdAt'])
@Index('staff_tasks_about', ['aboutId'])
export class StaffTask {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 24 })
  event: TaskEvent;

  /** The batch, article or run; of a list that fills by itself, the day. */
  @Column('varchar', { length: 36 })
  aboutId: string;

  /** The whole sentence, as it stands in the inbox. */
  @Column('varchar', { length: 200 })
  sentence: string;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  /** When somebody did it, or nothing was left to do. */
  @Column('datetime', { precision: 3, nullable: true })
  doneAt: Date | null;
}
