import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { decided, found, Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { Article, ArticleRevision } from './article.entity';
import type { SaveArticleDto, WriteArticleDto } from './articles.dto';
import { decidePublishing, decideSaving, mayBecome, tidyBlocks, type ArticleState } from './articles.rules';
import { viewDraft, type DraftView } from './articles.view';
import { Shelf } from './reading/shelf';

const onAList = 100;

/** Policies, notices and stories: writing and publishing. */
@Injectable()
export class ArticlesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Shelf) private readonly shelf: Shelf,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What the editors of a region work on, the newest first. */
  async drafts(actor: Actor): Promise<DraftView[]> {
    const query = actor
      .scope('articles.write')
      .narrow(this.withNewestRevision().where('1 = 1'), 'article.regionCode');
    const rows = (await query
      .orderBy('article.createdAt', 'DESC')
      .addOrderBy('article.id')
      .take(onAList)
      .getMany()) as ArticleWithRevision[];
    return rows.map((article) => viewDraft(article, article.shown));
  }

  async write(actor: Actor, entry: WriteArticleDto): Promise<DraftView> {
    await this.mustServe(actor, entry.regionCode);
    const now = this.clock.now();
    const article: Article = {
      id: newId(),
      state: 'draft',
      regionCode: entry.regionCode,
      revision: 1,
      publishedRevision: null,
      isPinned: false,
      createdAt: now,
      publishedAt: null,
    };
    const revision = this.revisionOf(article.id, 1, actor, entry);
    await this.database.transact(async (tx) => {
      await tx.insert(Article, article);
      await tx.insert(ArticleRevision, revision);
    });
    return viewDraft(article, revision);
  }

  /** Saves a new revision; what readers see does not change until it is published. */
  async save(actor: Actor, id: string, entry: SaveArticleDto): Promise<DraftView> {
    await this.mustServe(actor, entry.regionCode);
    return this.change(actor, id, async (tx, article) => {
      const { number } = decided(decideSaving(article.revision, entry.beganFrom));
      await tx.insert(ArticleRevision, this.revisionOf(id, number, actor, entry));
      await tx.update(Article, { id }, { revision: number, regionCode: entry.regionCode });
    });
  }

  publish(actor: Actor, id: string): Promise<DraftView> {
    return this.change(actor, id, async (tx, article) => {
      const newest = await tx.findOneByOrFail(ArticleRevision, { articleId: id, number: article.revision });
      const { state } = decided(decidePublishing(article.state, newest));
      await tx.update(
        Article,
        { id },
        { state, publishedRevision: article.revision, publishedAt: this.clock.now() },
      );
      await this.shelf.put(tx, article);
    });
  }

  /** Hides it at once; its history stays. */
  withdraw(actor: Actor, id: string): Promise<DraftView> {
    return this.change(actor, id, async (tx, article) => {
      const to: ArticleState = 'withdrawn';
      if (!mayBecome(article.state, to)) throw new Refusal('article.stateForbids');
      await tx.update(Article, { id }, { state: to });
      await this.shelf.takeOff(tx, id);
    });
  }

  private async change(
    actor: Actor,
    id: string,
    work: (tx: EntityManager, article: Article) => Promise<void>,
  ): Promise<DraftView> {
    return this.database.transact(async (tx) => {
      const article = found(await this.database.lock(tx, Article, id));
      if (!actor.scope('articles.write').admits(article.regionCode)) throw new Refusal('thing.notFound');
      await work(tx, article);
      const changed = await tx.findOneByOrFail(Article, { id });
      return viewDraft(
        changed,
        await tx.findOneByOrFail(ArticleRevision, { articleId: id, number: changed.revision }),
      );
    });
  }

  private async mustServe(actor: Actor, regionCode: string): Promise<void> {
    const regions = await this.regions.tree();
    if (!regions.get(regionCode) || !actor.scope('articles.write').admits(regionCode))
      throw new Refusal('access.denied');
  }

  private revisionOf(
    articleId: string,
    number: number,
    actor: Actor,
    entry: WriteArticleDto,
  ): ArticleRevision {
    const { kind, regionCode, title, summary, cover, source } = entry;
    const blocks = tidyBlocks(entry.blocks);
    return {
      articleId,
      number,
      kind,
      regionCode,
      title: title.trim(),
      summary,
      cover,
      source,
      blocks,
      writtenById: actor.accountId,
      writtenAt: this.clock.now(),
    };
  }

  private withNewestRevision() {
    return this.database.rows
      .createQueryBuilder(Article, 'article')
      .innerJoinAndMapOne(
        'article.shown',
        ArticleRevision,
        'shown',
        'shown.articleId = article.id AND shown.number = article.revision',
      );
  }
}

type ArticleWithRevision = Article & { shown: ArticleRevision };
