import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ArticleKind } from '../articles.rules';

/** How often the shelf has changed. Whoever keeps an answer keeps it under this number. */
@Entity('editions')
export class Edition {
  @PrimaryColumn('varchar', { length: 20 })
  name: string;

  @Column('int')
  number: number;
}

/** An article that readers see now. What is not on the shelf nobody finds, lists or reads. */
@Entity('shelf')
@Index('shelf_article', ['articleId'], { unique: true })
@Index('shelf_order', ['isPinned', 'number'])
export class ShelvedArticle {
  /** The edition in which it came: the later, the higher. */
  @PrimaryColumn('int')
  number: number;

  @Column('varchar', { length: 36 })
  articleId: string;

  @Column('varchar', { length: 10 })
  kind: ArticleKind;

  @Column('boolean')
  isPinned: boolean;

  /** All that it says, as it is searched. */
  @Column('text')
  said: string;
}

/** An area that an article on the shelf concerns, with all below it. */
@Entity('shelf_places')
@Index('shelf_places_order', ['regionCode', 'isPinned', 'number'])
export class ShelfPlace {
  @PrimaryColumn('varchar', { length: 12 })
  regionCode: string;

  @PrimaryColumn('int')
  number: number;

  @Column('varchar', { length: 10 })
  kind: ArticleKind;

  @Column('boolean')
  isPinned: boolean;
}

/**
 * A letter, or two side by side, that an article says: neither engine of ours finds Chinese words by itself. The key
 * begins with the word, so that those who say it are read from the newest on.
 */
@Entity('shelf_words')
export class ShelfWord {
  @PrimaryColumn('varchar', { length: 12 })
  word: string;

  @PrimaryColumn('int')
  number: number;
}
