import { Inject, Injectable } from '@nestjs/common';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { decided, found, Refusal } from '../../http/refusals';
import { Article, ArticleRevision } from '../article.entity';
import { decideSubmission } from '../articles.rules';
import { decideReview, isUnderReview, mayGo, type ReviewFacts } from '../reviews.rules';
import { onArticle } from '../locked-article';
import { applyMark, says, type RemarkAnswer } from './remarks.rules';
import { ReviewTasks } from './review-tasks';
import { ArticleRemark, ArticleReview } from './review.entity';
import type { RemarkDto, ReviewDto } from './reviews.dto';

/** Three reviews by three people (三审三校), with comments and proof-reading marks. */
@Injectable()
export class ReviewsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReviewTasks) private readonly tasks: ReviewTasks,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Gives the newest revision to the first reviewer; from here on it stays as it is. */
  async submit(actor: Actor, id: string, revision: number): Promise<void> {
    await this.change(actor, id, async (tx, article) => {
      const newest = await newestOf(tx, article);
      if (article.revision !== revision)
        throw new Refusal('article.editedMeanwhile', { newest: article.revision });
      const isOut = article.publishedRevision === article.revision;
      const { stage } = decided(decideSubmission(article.stage, isOut, newest));
      const submitted = { stage, round: article.round + 1, publishAt: null };
      await tx.update(Article, { id }, submitted);
      const facts = await factsOf(tx, { ...article, ...submitted });
      await this.tasks.tell(tx, article, newest, facts);
    });
  }

  /** Back to its author, to be written on; whatever was passed holds no longer. */
  async takeBack(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, async (tx, article) => {
      if (article.stage === 'out' || !mayGo(article.stage, 'writing'))
        throw new Refusal('article.stateForbids');
      await tx.update(Article, { id }, { stage: 'writing', publishAt: null });
      await this.tasks.end(tx, id);
    });
  }

  /** One reviewer's word on the revision that she has read. The same word again changes nothing. */
  async review(actor: Actor, id: string, { revision, verdict, words }: ReviewDto): Promise<void> {
    await this.change(actor, id, async (tx, article) => {
      const by = { accountId: actor.accountId, offices: actor.roles };
      const said = await tx.findOneBy(ArticleReview, {
        ...{ articleId: id, round: article.round, byAccountId: actor.accountId },
      });
      if (said?.verdict === verdict && said.revision === revision) return;
      if (article.revision !== revision)
        throw new Refusal('article.editedMeanwhile', { newest: article.revision });
      const facts = await factsOf(tx, article);
      const { stage, reviewed } = decided(decideReview(by, facts, verdict));
      if (verdict === 'sentBack' && words.trim() === '') throw new Refusal('review.wordsNeeded');
      await tx.insert(ArticleReview, {
        ...{ id: newId(), articleId: id, round: article.round, revision, stage: reviewed, verdict },
        ...{ words: words.trim(), byAccountId: actor.accountId, at: this.clock.now() },
      });
      await tx.update(Article, { id }, { stage });
      const newest = await newestOf(tx, article);
      await this.tasks.tell(tx, article, newest, await factsOf(tx, { ...article, stage }));
    });
  }

  /** Says something of a block, or proposes other words in it. */
  async remark(actor: Actor, id: string, entry: RemarkDto): Promise<void> {
    await this.change(actor, id, async (tx, article) => {
      if (!isUnderReview(article.stage)) throw new Refusal('article.stateForbids');
      if (article.revision !== entry.revision)
        throw new Refusal('article.editedMeanwhile', { newest: article.revision });
      const { blocks } = await newestOf(tx, article);
      const isMark = entry.kind === 'mark';
      const [words, excerpt] = [entry.words?.trim() ?? '', entry.excerpt ?? ''];
      const block = blocks[entry.place];
      if (isMark ? !says(block, excerpt) : block === undefined) throw new Refusal('remark.notThere');
      if (!isMark && words === '') throw new Refusal('review.wordsNeeded');
      await tx.insert(ArticleRemark, {
        ...{ id: newId(), articleId: id, revision: entry.revision, place: entry.place, kind: entry.kind },
        ...{ words, excerpt: isMark ? excerpt : '', replacement: isMark ? (entry.replacement ?? '') : '' },
        ...{ byAccountId: actor.accountId, at: this.clock.now() },
        ...{ answer: null, answeredById: null, answeredAt: null },
      });
    });
  }

  /**
   * An answer to a remark: to a mark its author's alone, or a reviewer would become one who wrote. An accepted mark
   * makes a revision with its words. The reviews go on from there: a change that one proposed and another accepted has
   * been seen by two, and both stand on record.
   */
  async answer(actor: Actor, remarkId: string, answer: RemarkAnswer): Promise<string> {
    const remark = found(await this.database.rows.findOneBy(ArticleRemark, { id: remarkId }));
    await this.change(actor, remark.articleId, async (tx, article) => {
      const now = await tx.findOneByOrFail(ArticleRemark, { id: remarkId });
      if (now.answer === answer && now.answeredById === actor.accountId) return;
      if (now.answer !== null) throw new Refusal('remark.answered');
      if ((now.kind === 'comment') !== (answer === 'settled')) throw new Refusal('remark.answered');
      const { writerIds } = await factsOf(tx, article);
      if (now.kind === 'mark' && !writerIds.includes(actor.accountId)) throw new Refusal('remark.notAuthor');
      const answered = { answer, answeredById: actor.accountId, answeredAt: this.clock.now() };
      if (answer === 'accepted') await this.accept(tx, actor, article, now);
      await tx.update(ArticleRemark, { id: remarkId }, answered);
    });
    return remark.articleId;
  }

  private async accept(
    tx: EntityManager,
    actor: Actor,
    article: Article,
    mark: ArticleRemark,
  ): Promise<void> {
    const isOpen =
      isUnderReview(article.stage) || article.stage === 'writing' || article.stage === 'sentBack';
    if (!isOpen) throw new Refusal('article.underReview');
    const newest = await newestOf(tx, article);
    const { blocks } = decided(applyMark(newest.blocks, mark));
    const number = article.revision + 1;
    const by = { writtenById: actor.accountId, writtenAt: this.clock.now() };
    await tx.insert(ArticleRevision, { ...newest, number, blocks, ...by });
    await tx.update(Article, { id: article.id }, { revision: number });
  }

  private change(
    actor: Actor,
    id: string,
    work: (tx: EntityManager, article: Article) => Promise<void>,
  ): Promise<void> {
    return onArticle(this.database, actor, 'articles.write', id, work);
  }
}

export function newestOf(tx: EntityManager, { id, revision }: Article): Promise<ArticleRevision> {
  return tx.findOneByOrFail(ArticleRevision, { articleId: id, number: revision });
}

/** What decides on a review: who wrote what is not out yet, who has passed it, which marks wait. */
export async function factsOf(tx: EntityManager, article: Article): Promise<ReviewFacts> {
  const { id: articleId, stage, regionCode, round } = article;
  const written = await tx.find(ArticleRevision, {
    select: { writtenById: true },
    where: { articleId, number: MoreThan(article.publishedRevision ?? 0) },
  });
  const passes = await tx.findBy(ArticleReview, { articleId, round, verdict: 'passed' });
  const openMarks = await tx.countBy(ArticleRemark, { articleId, kind: 'mark', answer: IsNull() });
  return {
    ...{ stage, regionCode, openMarks },
    writerIds: [...new Set(written.map(({ writtenById }) => writtenById))],
    passedByIds: passes.map(({ byAccountId }) => byAccountId),
  };
}
