import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ArticleKind, ArticleState } from './articles.rules';
import type { Block } from './blocks.rules';
import type { Concern } from './concern.rules';
import type { ArticleStage } from './reviews.rules';

/** A policy article, a notice or a story, as it is being written. Readers never see this row, only a published revision. */
@Entity('articles')
@Index('articles_published', ['state', 'publishedAt'])
export class Article {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 10 })
  state: ArticleState;

  /** Where the newest revision stands on its way to the readers. */
  @Column('varchar', { length: 10, default: 'writing' })
  stage: ArticleStage;

  /** The woman it tells of, where it is her story: it is out while she agrees. */
  @Column('varchar', { length: 36, nullable: true })
  womanId: string | null;

  /** Counts the ways through the reviews: what was passed in an earlier one holds no longer. */
  @Column('int', { default: 0 })
  round: number;

  /** When it is to appear, where that is decided and has not come yet. */
  @Column('datetime', { precision: 3, nullable: true })
  publishAt: Date | null;

  /** The area of its newest revision: which office works on it. */
  @Column('varchar', { length: 12 })
  regionCode: string;

  /** Number of the newest revision; an editor must begin from it. */
  @Column('int')
  revision: number;

  /** Number of the revision that readers see. */
  @Column('int', { nullable: true })
  publishedRevision: number | null;

  @Column('boolean')
  isPinned: boolean;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('datetime', { precision: 3, nullable: true })
  publishedAt: Date | null;
}

/** What an article said at one time. Revisions are added, never edited, and kept for ever. */
@Entity('article_revisions')
export class ArticleRevision {
  @PrimaryColumn('varchar', { length: 36 })
  articleId: string;

  @PrimaryColumn('int')
  number: number;

  @Column('varchar', { length: 10 })
  kind: ArticleKind;

  /** The area whose office writes it. */
  @Column('varchar', { length: 12 })
  regionCode: string;

  @Column('varchar', { length: 40 })
  title: string;

  @Column('varchar', { length: 80 })
  summary: string;

  /** Name of one of the project's own pictures. */
  @Column('varchar', { length: 20 })
  cover: string;

  /** Who says so: 市妇联. */
  @Column('varchar', { length: 60 })
  source: string;

  /** 文号, where a paper has one. */
  @Column('varchar', { length: 40, nullable: true })
  documentNumber: string | null;

  /** First day on which what it says holds. */
  @Column('date', { nullable: true })
  validFrom: string | null;

  /** Last day. */
  @Column('date', { nullable: true })
  validUntil: string | null;

  /** All areas that it concerns, each with all below it; where none is said, that of its office. */
  @Column('json', { nullable: true })
  areas: string[] | null;

  /** Courses that it leads to. */
  @Column('json', { nullable: true })
  courseIds: string[] | null;

  /** A picture of its own as its cover, in place of one of the project's. */
  @Column('varchar', { length: 36, nullable: true })
  coverFileId: string | null;

  /** “Does this concern me?”, where its editor asks so. */
  @Column('json', { nullable: true })
  concern: Concern | null;

  /** Read aloud by a person, for phones without a voice. */
  @Column('varchar', { length: 36, nullable: true })
  audioFileId: string | null;

  @Column('json')
  blocks: Block[];

  @Column('varchar', { length: 36 })
  writtenById: string;

  @Column('datetime', { precision: 3 })
  writtenAt: Date;
}
