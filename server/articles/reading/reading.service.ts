import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../database/database';
import { readRows } from '../../database/plain-rows';
import type { Prepared } from '../../http/prepared';
import { found } from '../../http/refusals';
import { Article, ArticleRevision } from '../article.entity';
import { viewArticle, viewSummary, type ArticleSummaryView, type ArticleView } from '../articles.view';
import { PreparedAnswers } from './prepared-answers';
import type { ListArticlesDto } from './reading.dto';
import { ShelvedArticle } from './shelf.entity';
import { listed, saying } from './shelf.queries';
import { searchFor } from './words.rules';

const onAList = 100;

/** Policies, notices and stories as readers see them. */
@Injectable()
export class ReadingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PreparedAnswers) private readonly answers: PreparedAnswers,
  ) {}

  /** What readers see: what concerns their own area first; or what says the words they look for. */
  list(filter: ListArticlesDto): Promise<Prepared> {
    const { kind, region, words } = filter;
    return this.answers.of(JSON.stringify(['list', kind, region, words]), () => this.listNow(filter));
  }

  read(id: string): Promise<Prepared> {
    return this.answers.of(id, () => this.readNow(id));
  }

  async readNow(id: string): Promise<ArticleView> {
    const [article] = await this.published([id]);
    const { shown } = found(article);
    return viewArticle(article!, shown);
  }

  async listNow({ kind, region, words }: ListArticlesDto): Promise<ArticleSummaryView[]> {
    const { rows } = this.database;
    const search = words === undefined ? undefined : searchFor(words);
    if (words !== undefined && !search) return [];
    const ids = search
      ? await saying(rows, search, kind, onAList)
      : await listed(rows, kind, region, onAList);
    return (await this.published(ids)).map((article) => viewSummary(article, article.shown));
  }

  /** Of these articles those on the shelf, in the same order, each with the revision that readers see. */
  async published(ids: readonly string[]): Promise<(Article & { shown: ArticleRevision })[]> {
    if (ids.length === 0) return [];
    const { rows } = this.database;
    const shelved = await readRows(rows, ShelvedArticle, { articleId: ids });
    if (shelved.length === 0) return [];
    const articles = await readRows(rows, Article, { id: shelved.map(({ articleId }) => articleId) });
    const revisions = await readRows(rows, ArticleRevision, {
      articleId: articles.map(({ id }) => id),
      number: [...new Set(articles.map(({ publishedRevision }) => publishedRevision!))],
    });
    return ids.flatMap((id) => {
      const article = articles.find((one) => one.id === id);
      const shown = revisions.find(
        ({ articleId, number }) => articleId === id && number === article?.publishedRevision,
      );
      return article && shown ? [{ ...article, shown }] : [];
    });
  }
}
