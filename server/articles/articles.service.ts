import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Course } from '../courses/course.entity';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { decided, Refusal } from '../http/refusals';
import { FilesService } from '../files/files.service';
import { RegionsService } from '../regions/regions.service';
import { Article, ArticleRevision } from './article.entity';
import type { SaveArticleDto, WriteArticleDto } from './articles.dto';
import { checkEntry, decideSaving } from './articles.rules';
import { tidyBlocks } from './blocks.rules';
import { viewDraft, type DraftView } from './articles.view';
import { checkConcern, tidyConcern } from './concern.rules';
import { onArticle } from './locked-article';
import { UnsavedService } from './unsaved.service';
import { ReadsService } from './reading/reads.service';

const onAList = 100;

/** Policies, notices and stories: writing. */
@Injectable()
export class ArticlesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(FilesService) private readonly files: FilesService,
    @Inject(UnsavedService) private readonly unsaved: UnsavedService,
    @Inject(ReadsService) private readonly reads: ReadsService,
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
    const reads = await this.reads.of(rows.map(({ id }) => id));
    return rows.map((article) => viewDraft(article, article.shown, reads.get(article.id) ?? 0));
  }

  async write(actor: Actor, entry: WriteArticleDto): Promise<DraftView> {
    await this.check(actor, entry);
    const now = this.clock.now();
    const article: Article = {
      id: newId(),
      state: 'draft',
      ...{ stage: 'writing', round: 0, publishAt: null, womanId: null },
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
    return viewDraft(article, revision, 0);
  }

  /** Saves a new revision; what readers see does not change until it is published. */
  async save(actor: Actor, id: string, entry: SaveArticleDto): Promise<DraftView> {
    await this.check(actor, entry);
    const reads = (await this.reads.of([id])).get(id) ?? 0;
    return onArticle(this.database, actor, 'articles.write', id, async (tx, article) => {
      const { number } = decided(decideSaving(article.stage, article.revision, entry.beganFrom));
      const revision = this.revisionOf(id, number, actor, entry);
      await tx.insert(ArticleRevision, revision);
      await this.unsaved.forget(tx, id, actor.accountId);
      const stage = article.stage === 'out' ? 'writing' : article.stage;
      const changed = { revision: number, regionCode: entry.regionCode, stage };
      await tx.update(Article, { id }, changed);
      return viewDraft({ ...article, ...changed }, revision, reads);
    });
  }

  /** That she writes for her own area, and that what the entry leads to is there. */
  private async check(actor: Actor, entry: WriteArticleDto): Promise<void> {
    const regions = await this.regions.tree();
    const isHers = regions.get(entry.regionCode) && actor.scope('articles.write').admits(entry.regionCode);
    if (!isHers || entry.areas?.some((area) => !regions.get(area))) throw new Refusal('access.denied');
    decided(checkEntry(entry));
    decided(checkConcern(tidyConcern(entry.concern)));
    const blocks = tidyBlocks(entry.blocks);
    const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [block.fileId] : []));
    const papers = blocks.flatMap((block) => (block.kind === 'attachment' ? [block.fileId] : []));
    await this.files.mustHave('picture', [...pictures, ...(entry.coverFileId ? [entry.coverFileId] : [])]);
    await this.files.mustHave('paper', papers);
    await this.files.mustHave('recording', entry.audioFileId ? [entry.audioFileId] : []);
    const courses = [...new Set(entry.courseIds)];
    const known = courses.length && (await this.database.rows.countBy(Course, { id: In(courses) }));
    if (known < courses.length) throw new Refusal('article.unknownCourse');
  }

  private revisionOf(
    articleId: string,
    number: number,
    actor: Actor,
    entry: WriteArticleDto,
  ): ArticleRevision {
    const { kind, regionCode, title, summary, cover, source, validFrom, validUntil, coverFileId } = entry;
    const { concern, audioFileId } = entry;
    const documentNumber = entry.documentNumber?.trim() ?? '';
    const areas = entry.areas?.length ? [...new Set(entry.areas)] : null;
    return {
      ...{ articleId, number, kind, regionCode, areas, title: title.trim(), summary, cover, source },
      documentNumber: documentNumber === '' ? null : documentNumber,
      ...{ validFrom: validFrom ?? null, validUntil: validUntil ?? null, coverFileId: coverFileId ?? null },
      ...{ concern: tidyConcern(concern), audioFileId: audioFileId ?? null },
      ...{ courseIds: [...new Set(entry.courseIds)], blocks: tidyBlocks(entry.blocks) },
      ...{ writtenById: actor.accountId, writtenAt: this.clock.now() },
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
