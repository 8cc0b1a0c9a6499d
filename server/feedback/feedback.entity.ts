import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LeavingReason, Opinion, Question, Why } from './feedback.rules';

/**
 * One answer of one woman about one batch (课后反馈): what it was to her, or why she left it. Rows are added, never edited;
 * of each question her newest answer counts. Codes only, so that nothing of her own words is kept.
 */
@Entity('feedback')
@Index('feedback_answer', ['womanId', 'batchId', 'question', 'at'])
@Index('feedback_batch', ['batchId', 'question'])
export class Feedback {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 36 })
  batchId: string;

  @Column('varchar', { length: 8 })
  question: Question;

  @Column('varchar', { length: 16 })
  answer: Opinion | LeavingReason;

  /** What made it so, where she tapped that too. */
  @Column('varchar', { length: 16, nullable: true })
  why: Why | null;

  /** Herself, or whoever she told it. */
  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
