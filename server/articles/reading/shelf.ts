import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Database } from '../../database/database';
import { addRow, addRows } from '../../database/plain-rows';
import { Article, ArticleRevision } from '../article.entity';
import { shelfRowsOf } from './shelf-rows';
import { Edition, ShelfPlace, ShelfWord, ShelvedArticle } from './shelf.entity';
import { wordsOf } from './words.rules';

export const articlesEdition = 'articles';

/** What readers see, kept ready to be listed and searched. Each change of it is a new edition. */
@Injectable()
export class Shelf implements OnModuleInit {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Puts there what was published before there was a shelf. */
  async onModuleInit(): Promise<void> {
    const missing = await this.database.rows.query<{ id: string }[]>(
      `SELECT a.id FROM articles a LEFT JOIN shelf s ON s.articleId = a.id
        WHERE a.state = 'published' AND s.number IS NULL ORDER BY a.publishedAt, a.id`,
    );
    for (const { id } of missing)
      await this.database.transact(async (tx) => {
        const article = await this.database.lock(tx, Article, id);
        if (article?.state === 'published') await this.put(tx, article);
      });
  }

  /** Puts the published revision there, in the place of an earlier one. The caller holds the article's lock. */
  async put(tx: EntityManager, { id }: Pick<Article, 'id'>): Promise<void> {
    const number = await this.nextEdition(tx);
    await this.clear(tx, id);
    const article = await tx.findOneByOrFail(Article, { id });
    const revision = await tx.findOneByOrFail(ArticleRevision, {
      ...{ articleId: id, number: article.publishedRevision! },
    });
    const { shelved, places, words } = shelfRowsOf(article, revision, number);
    await addRow(tx, ShelvedArticle, shelved);
    await addRows(tx, ShelfPlace, places);
    await addRows(tx, ShelfWord, words);
  }

  /** Takes it away: from the next question on nobody is shown it. The caller holds the article's lock. */
  async takeOff(tx: EntityManager, articleId: string): Promise<void> {
    await this.nextEdition(tx);
    await this.clear(tx, articleId);
  }

  /** Puts it above all others, or back to where it stood. The caller holds the article's lock. */
  async pin(tx: EntityManager, articleId: string, isPinned: boolean): Promise<void> {
    const shelved = await tx.findOneBy(ShelvedArticle, { articleId });
    if (!shelved) return;
    await this.nextEdition(tx);
    const { number } = shelved;
    await tx.update(ShelvedArticle, { number }, { isPinned });
    await tx.update(ShelfPlace, { number, regionCode: In(await this.placesOf(tx, number)) }, { isPinned });
  }

  private async nextEdition(tx: EntityManager): Promise<number> {
    const edition = await this.database.lock(tx, Edition, articlesEdition);
    const number = edition!.number + 1;
    await tx.update(Edition, { name: articlesEdition }, { number });
    return number;
  }

  /** The words are found by the text they came from, so that the largest table needs no second index. */
  private async clear(tx: EntityManager, articleId: string): Promise<void> {
    const shelved = await tx.findOneBy(ShelvedArticle, { articleId });
    if (!shelved) return;
    const { number, said } = shelved;
    const words = wordsOf(said);
    for (let from = 0; from < words.length; from += 500)
      await tx.delete(ShelfWord, { number, word: In(words.slice(from, from + 500)) });
    await tx.delete(ShelfPlace, { number, regionCode: In(await this.placesOf(tx, number)) });
    await tx.delete(ShelvedArticle, { number });
  }

  private async placesOf(tx: EntityManager, number: number): Promise<string[]> {
    const places = await tx.findBy(ShelfPlace, { number });
    return places.map(({ regionCode }) => regionCode);
  }
}
