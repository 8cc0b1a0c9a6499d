import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often an article was opened on a day in Shanghai. Nothing is kept of who opened it. */
@Entity('article_reads')
export class ArticleReads {
  @PrimaryColumn('varchar', { length: 36 })
  articleId: string;

  @PrimaryColumn('date')
  day: string;

  @Column('int')
  reads: number;
}
