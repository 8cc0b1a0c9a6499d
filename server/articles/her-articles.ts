import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { Refusal } from '../http/refusals';
import { consentPurposes, type ConsentPurpose } from '../women/consents.rules';
import { ConsentsService } from '../women/consents.service';
import { Woman } from '../women/woman.entity';
import { Article, ArticleRevision } from './article.entity';
import { UnsavedArticle } from './unsaved.entity';
import type { Block } from './blocks.rules';
import { Shelf } from './reading/shelf';

export interface HerStory {
  readonly womanId: string;
  readonly regionCode: string;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly coverFileId: string | null;
  readonly blocks: Block[];
  readonly writtenById: string;
}

/** Articles about one woman: out while her consent holds, and not a moment longer. */
@Injectable()
export class HerArticles {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Shelf) private readonly shelf: Shelf,
    @Inject(ConsentsService) private readonly consents: ConsentsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Brings out a story that offices have passed on; reviews of three people lie behind it already. */
  async bringOut(tx: EntityManager, story: HerStory): Promise<string> {
    const { womanId, regionCode, ...said } = story;
    const id = newId();
    const now = this.clock.now();
    const article: Article = {
      ...{ id, womanId, regionCode, state: 'published', stage: 'out', round: 1, publishAt: null },
      ...{ revision: 1, publishedRevision: 1, isPinned: false, createdAt: now, publishedAt: now },
    };
    const revision: ArticleRevision = {
      ...{ articleId: id, number: 1, kind: 'story', regionCode, areas: null, cover: 'cover-3' },
      ...{ documentNumber: null, validFrom: null, validUntil: null, courseIds: [], writtenAt: now },
      ...{ concern: null, audioFileId: null },
      ...said,
    };
    await this.mustBeAgreed(tx, article, revision);
    await tx.insert(Article, article);
    await tx.insert(ArticleRevision, revision);
    await this.shelf.put(tx, { id });
    return id;
  }

  /**
   * That she agrees to what this revision shows of her; an article about nobody needs nobody's consent.
   *
   * @throws Refusal `consent.needed`.
   */
  async mustBeAgreed(
    tx: EntityManager,
    { womanId }: Pick<Article, 'womanId'>,
    { blocks, coverFileId }: Pick<ArticleRevision, 'blocks' | 'coverFileId'>,
  ): Promise<void> {
    if (womanId === null) return;
    const hasPhotos = coverFileId !== null || blocks.some(({ kind }) => kind === 'picture');
    const purposes: ConsentPurpose[] = ['story_words', ...(hasPhotos ? (['story_photo'] as const) : [])];
    for (const purpose of purposes)
      if (!(await this.agrees(tx, womanId, purpose)))
        throw new Refusal('consent.needed', { name: consentPurposes[purpose].name });
  }

  /** Whether she agrees now; for a merged file the one that it was merged into speaks, an erased one never. */
  async agrees(rows: EntityManager, womanId: string, purpose: ConsentPurpose): Promise<boolean> {
    const woman = await rows.findOneBy(Woman, { id: womanId });
    if (!woman || woman.erasedAt !== null) return false;
    if (woman.mergedIntoId !== null) return this.agrees(rows, woman.mergedIntoId, purpose);
    return this.consents.holds(rows, woman.id, purpose);
  }

  /** Takes it from all readers at once, with every answer that was kept of it. */
  async takeAway(tx: EntityManager, id: string): Promise<void> {
    const article = await this.database.lock(tx, Article, id);
    if (article?.state !== 'published') return;
    const isWaiting = article.stage === 'scheduled';
    const back = isWaiting && ({ stage: 'approved', publishAt: null } as const);
    await tx.update(Article, { id }, { state: 'withdrawn', ...back });
    await this.shelf.takeOff(tx, id);
  }

  /** Shows it on without its pictures. */
  async withoutPictures(tx: EntityManager, id: string): Promise<void> {
    const article = await this.database.lock(tx, Article, id);
    if (!article || article.publishedRevision === null) return;
    const shown = await tx.findOneByOrFail(ArticleRevision, {
      ...{ articleId: id, number: article.publishedRevision },
    });
    const number = article.revision + 1;
    const blocks = shown.blocks.filter(({ kind }) => kind !== 'picture');
    await tx.insert(ArticleRevision, {
      ...shown,
      number,
      blocks,
      coverFileId: null,
      writtenAt: this.clock.now(),
    });
    await tx.update(Article, { id }, { revision: number, publishedRevision: number });
    if (article.state === 'published') await this.shelf.put(tx, { id });
  }

  /** Forgets all its words, in every revision that is kept: she wished to be forgotten. */
  async forget(tx: EntityManager, articleId: string): Promise<void> {
    const nothing = { title: '已删除', summary: '', coverFileId: null, blocks: [] };
    await tx.update(ArticleRevision, { articleId }, nothing);
    await tx.delete(UnsavedArticle, { articleId });
  }
}
