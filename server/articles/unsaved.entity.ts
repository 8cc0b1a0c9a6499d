import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WriteArticleDto } from './articles.dto';

/** What an editor has typed and not saved yet, so that another browser, or a broken one, loses nothing. */
@Entity('unsaved_articles')
export class UnsavedArticle {
  @PrimaryColumn('varchar', { length: 36 })
  articleId: string;

  @PrimaryColumn('varchar', { length: 36 })
  accountId: string;

  /** The revision from which she began. */
  @Column('int')
  beganFrom: number;

  @Column('json')
  entry: WriteArticleDto;

  @Column('datetime', { precision: 3 })
  at: Date;
}
