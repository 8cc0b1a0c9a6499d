import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ArticleKind, ArticleState, Block } from './articles.rules';

/** A policy article, a notice or a story, as it is being written. Readers never see this row, only a published revision. */
@Entity('articles')
@Index('articles_published', ['state', 'publishedAt'])
export class Article {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 10 })
  state: ArticleState;

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

  /** The area it concerns, with all below it. */
  @Column('varchar', { length: 12 })
  regionCode: string;

  @Column('varchar', { length: 40 })
  title: string;

  @Column('varchar', { length: 80 })
  summary: string;

  /** Name of one of the project's own pictures. */
  @Column('varchar', { length: 20 })
  cover: string;

  /** Who says so: 市妇联, 哈妇发〔2016〕7号. */
  @Column('varchar', { length: 60 })
  source: string;

  @Column('json')
  blocks: Block[];

  @Column('varchar', { length: 36 })
  writtenById: string;

  @Column('datetime', { precision: 3 })
  writtenAt: Date;
}
