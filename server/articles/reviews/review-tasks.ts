import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nearest } from '../../notices/tasks/tasks.rules';
import { TasksService } from '../../notices/tasks/tasks.service';
import type { Article, ArticleRevision } from '../article.entity';
import { articleStageNames, isUnderReview, type ReviewFacts } from '../reviews.rules';
import { freeReviewers } from './free-reviewers';

/** Whose turn it is with an article: its next reviewers', or its writer's. */
@Injectable()
export class ReviewTasks {
  constructor(@Inject(TasksService) private readonly tasks: TasksService) {}

  /** After its stage has changed, in the same transaction. */
  async tell(
    tx: EntityManager,
    { id, womanId }: Article,
    { title: whole, writtenById }: ArticleRevision,
    facts: ReviewFacts,
  ): Promise<void> {
    await this.end(tx, id);
    // The title of a story may name her, and she may take it back.
    const title = womanId === null ? whole : '典型故事';
    if (isUnderReview(facts.stage)) {
      const near = nearest(await freeReviewers(tx, facts.stage, facts));
      const review = articleStageNames[facts.stage].slice(1);
      await this.tasks.write(tx, near, 'article_to_review', id, { title, review });
    }
    if (facts.stage === 'sentBack')
      await this.tasks.write(tx, [writtenById], 'article_sent_back', id, { title });
  }

  async end(tx: EntityManager, articleId: string): Promise<void> {
    await this.tasks.done(tx, articleId, 'article_to_review', 'article_sent_back');
  }
}
