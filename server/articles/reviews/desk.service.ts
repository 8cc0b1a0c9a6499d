import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { accountNames } from '../../accounts/account-names';
import { Database } from '../../database/database';
import { found, Refusal, refusals } from '../../http/refusals';
import { Article, ArticleRevision } from '../article.entity';
import { viewDraft } from '../articles.view';
import { UnsavedService } from '../unsaved.service';
import { ReadsService } from '../reading/reads.service';
import { compareBlocks, compareWords } from '../comparison';
import {
  articleStageNames,
  decideReview,
  isOpenToWriting,
  isUnderReview,
  mayGo,
  reviewers,
  reviewStages,
  type ArticleStage,
  type ReviewFacts,
} from '../reviews.rules';
import { freeReviewers } from './free-reviewers';
import { ArticleRemark, ArticleReview } from './review.entity';
import { factsOf, newestOf } from './reviews.service';
import type {
  ComparisonView,
  DraftAbilitiesView,
  DraftDeskView,
  NextReviewView,
  RevisionView,
} from './reviews.view';

/** What an article's editors and reviewers see of it. */
@Injectable()
export class DeskService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReadsService) private readonly reads: ReadsService,
    @Inject(UnsavedService) private readonly unsaved: UnsavedService,
  ) {}

  async open(actor: Actor, id: string): Promise<DraftDeskView> {
    const { rows } = this.database;
    const article = await this.admitted(actor, id);
    const [newest, facts] = [await newestOf(rows, article), await factsOf(rows, article)];
    const reviews = await rows.find(ArticleReview, {
      where: { articleId: id },
      order: { at: 'ASC', id: 'ASC' },
    });
    const remarks = await rows.find(ArticleRemark, {
      where: { articleId: id },
      order: { at: 'ASC', id: 'ASC' },
    });
    const nameOf = await accountNames(this.database.rows, [
      ...facts.writerIds,
      ...[...reviews, ...remarks].map(({ byAccountId }) => byAccountId),
    ]);
    const isWriter = facts.writerIds.includes(actor.accountId);
    return {
      ...viewDraft(article, newest, (await this.reads.of([id])).get(id) ?? 0),
      writerNames: facts.writerIds.map(nameOf),
      reviews: reviews.map(({ stage, verdict, words, byAccountId, revision, at }) => ({
        ...{ stage, stageName: stageWord(stage), verdict, words, byName: nameOf(byAccountId), revision, at },
      })),
      remarks: remarks.map(
        ({ id: remarkId, kind, revision, place, words, excerpt, replacement, ...rest }) => ({
          ...{ id: remarkId, kind, revision, place, words, excerpt, replacement },
          ...{ byName: nameOf(rest.byAccountId), at: rest.at, answer: rest.answer },
          mayAnswer: rest.answer === null && (kind === 'comment' || isWriter),
        }),
      ),
      nextReview: await this.nextReview(rows, facts),
      abilities: abilitiesOf(actor, article, facts),
      unsaved: await this.unsaved.of(id, actor.accountId),
      writingNames: await this.unsaved.others(id, actor.accountId),
    };
  }

  /** Every revision that is kept, the newest first. */
  async revisions(actor: Actor, id: string): Promise<RevisionView[]> {
    const article = await this.admitted(actor, id);
    const revisions = await this.database.rows.find(ArticleRevision, {
      select: { number: true, title: true, writtenById: true, writtenAt: true },
      where: { articleId: id },
      order: { number: 'DESC' },
    });
    const nameOf = await accountNames(
      this.database.rows,
      revisions.map(({ writtenById }) => writtenById),
    );
    return revisions.map(({ number, title, writtenById, writtenAt }) => ({
      ...{ number, title, byName: nameOf(writtenById), at: writtenAt },
      isPublished: article.publishedRevision === number,
    }));
  }

  async compare(actor: Actor, id: string, from: number, to: number): Promise<ComparisonView> {
    await this.admitted(actor, id);
    const both = await this.database.rows.findBy(ArticleRevision, { articleId: id, number: In([from, to]) });
    const before = found(both.find(({ number }) => number === from));
    const after = found(both.find(({ number }) => number === to));
    return {
      ...{ from, to, title: compareWords(before.title, after.title) },
      blocks: compareBlocks(before.blocks, after.blocks),
    };
  }

  private async admitted(actor: Actor, id: string): Promise<Article> {
    const article = found(await this.database.rows.findOneBy(Article, { id }));
    if (!actor.scope('articles.write').admits(article.regionCode)) throw new Refusal('thing.notFound');
    return article;
  }

  /** Who of all colleagues could do the review that comes next: those of the area and of the areas above it. */
  private async nextReview(rows: EntityManager, facts: ReviewFacts): Promise<NextReviewView | null> {
    const stage = stageThatWaits(facts.stage);
    if (!stage) return null;
    const free = new Set((await freeReviewers(rows, stage, facts)).map(({ accountId }) => accountId));
    const nameOf = await accountNames(rows, free);
    const names = [...free].map(nameOf).sort((a, b) => a.localeCompare(b, 'zh-CN'));
    return { stage, says: reviewers[stage].says, names };
  }
}

function stageThatWaits(stage: ArticleStage) {
  if (stage === 'writing' || stage === 'sentBack') return reviewStages[0];
  return isUnderReview(stage) ? stage : undefined;
}

function stageWord(stage: (typeof reviewStages)[number]): string {
  return articleStageNames[stage].slice(1);
}

function abilitiesOf(actor: Actor, article: Article, facts: ReviewFacts): DraftAbilitiesView {
  const { stage, state, regionCode, revision, publishedRevision } = article;
  const mayPublish = actor.scope('articles.publish').admits(regionCode);
  const review = decideReview({ accountId: actor.accountId, offices: actor.roles }, facts, 'sentBack');
  const isOut = publishedRevision === revision;
  const isBack = stage === 'out' && state === 'withdrawn';
  return {
    write: isOpenToWriting(stage),
    submit: mayGo(stage, 'first') && !isOut,
    takeBack: stage !== 'out' && mayGo(stage, 'writing'),
    review: !('refused' in review),
    reviewRefusedAs: 'refused' in review && isUnderReview(stage) ? refusals[review.refused][1] : null,
    remark: isUnderReview(stage) && !facts.writerIds.includes(actor.accountId),
    publish: mayPublish && (stage === 'approved' || stage === 'scheduled' || isBack),
    withdraw: mayPublish && state === 'published',
    pin: mayPublish && state === 'published',
  };
}
