import { Inject, Injectable, Logger } from '@nestjs/common';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { decided, Refusal } from '../http/refusals';
import { Article, ArticleRevision } from './article.entity';
import { decidePublishing, mayBecome } from './articles.rules';
import { HerArticles } from './her-articles';
import { onArticle } from './locked-article';
import { Shelf } from './reading/shelf';

const atOnce = 50;

/** What readers see and what they do not: out now or at a time, at the top, away at once. */
@Injectable()
export class PublicationsService {
  private readonly log = new Logger('Publications');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Shelf) private readonly shelf: Shelf,
    @Inject(HerArticles) private readonly hers: HerArticles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Brings out what three people have passed, now or at an instant to come; brings back what was withdrawn. */
  async publish(actor: Actor, id: string, at?: Date): Promise<void> {
    await this.change(actor, id, async (tx, article) => {
      const now = this.clock.now();
      if (at && at <= now) throw new Refusal('article.pastTime');
      const { stage } = decided(decidePublishing(article, at !== undefined));
      if (stage === 'scheduled') await tx.update(Article, { id }, { stage, publishAt: at! });
      else await this.bringOut(tx, article, now);
    });
  }

  /** Hides it at once; its history stays. What was to appear later does not appear. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, async (tx, article) => {
      if (!mayBecome(article.state, 'withdrawn')) throw new Refusal('article.stateForbids');
      const isWaiting = article.stage === 'scheduled';
      await tx.update(
        Article,
        { id },
        { state: 'withdrawn', ...(isWaiting && { stage: 'approved', publishAt: null }) },
      );
      await this.shelf.takeOff(tx, id);
    });
  }

  /** Puts it above all others, or back among them. */
  async pin(actor: Actor, id: string, isPinned: boolean): Promise<void> {
    await this.change(actor, id, async (tx) => {
      await tx.update(Article, { id }, { isPinned });
      await this.shelf.pin(tx, id, isPinned);
    });
  }

  /** Brings out what is due. Safe on many servers at once: whoever locks the article first does it. */
  async publishDue(): Promise<void> {
    const now = this.clock.now();
    const due = await this.database.rows.find(Article, {
      select: { id: true },
      where: { stage: 'scheduled', publishAt: LessThanOrEqual(now) },
      order: { publishAt: 'ASC', id: 'ASC' },
      take: atOnce,
    });
    for (const { id } of due) {
      await this.database
        .transact(async (tx) => {
          const article = await this.database.lock(tx, Article, id);
          const isDue = article?.stage === 'scheduled' && article.publishAt && article.publishAt <= now;
          if (isDue) await this.bringOut(tx, article, now);
        })
        .catch((error: unknown) => this.log.error(error));
    }
  }

  /** Where a revision becomes what readers see. */
  private async bringOut(tx: EntityManager, article: Article, now: Date): Promise<void> {
    const { id, revision } = article;
    const newest = await tx.findOneByOrFail(ArticleRevision, { articleId: id, number: revision });
    await this.hers.mustBeAgreed(tx, article, newest);
    await tx.update(
      Article,
      { id },
      { state: 'published', stage: 'out', publishedRevision: revision, publishedAt: now, publishAt: null },
    );
    await this.shelf.put(tx, { id });
  }

  private change(
    actor: Actor,
    id: string,
    work: (tx: EntityManager, article: Article) => Promise<void>,
  ): Promise<void> {
    return onArticle(this.database, actor, 'articles.publish', id, work);
  }
}
