import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReviewStage, Verdict } from '../reviews.rules';
import type { RemarkAnswer, RemarkKind } from './remarks.rules';

/** What one reviewer said of one revision. Reviews are added, never edited. */
@Entity('article_reviews')
@Index('article_reviews_once', ['articleId', 'round', 'byAccountId'], { unique: true })
export class ArticleReview {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  articleId: string;

  /** Which way through the reviews it belongs to. */
  @Column('int')
  round: number;

  @Column('int')
  revision: number;

  @Column('varchar', { length: 10 })
  stage: ReviewStage;

  @Column('varchar', { length: 10 })
  verdict: Verdict;

  @Column('varchar', { length: 300 })
  words: string;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}

/** A comment on a block, or a proof-reading mark in it (校对). */
@Entity('article_remarks')
@Index('article_remarks_article', ['articleId'])
export class ArticleRemark {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  articleId: string;

  /** The revision that was read. */
  @Column('int')
  revision: number;

  /** Of its block, from 0. */
  @Column('int')
  place: number;

  @Column('varchar', { length: 10 })
  kind: RemarkKind;

  /** What a comment says. */
  @Column('varchar', { length: 300 })
  words: string;

  /** Of a mark: the words as they stand. */
  @Column('varchar', { length: 200 })
  excerpt: string;

  /** Of a mark: the words that should stand there. */
  @Column('varchar', { length: 200 })
  replacement: string;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;

  @Column('varchar', { length: 10, nullable: true })
  answer: RemarkAnswer | null;

  @Column('varchar', { length: 36, nullable: true })
  answeredById: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  answeredAt: Date | null;
}
