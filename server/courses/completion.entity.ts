import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One woman completed one batch (结业), by the rule of attendance. A course done is not offered to her again. */
@Entity('completions')
@Index('completions_woman_batch', ['womanId', 'batchId'], { unique: true })
export class Completion {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 36 })
  batchId: string;

  @Column('varchar', { length: 36 })
  courseId: string;

  @Column('date')
  completedOn: string;
}
