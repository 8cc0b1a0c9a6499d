import { Inject, Injectable } from '@nestjs/common';
import { MoreThan, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { accountNames } from '../accounts/account-names';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { decided } from '../http/refusals';
import type { SaveArticleDto } from './articles.dto';
import { decideSaving } from './articles.rules';
import { onArticle } from './locked-article';
import { UnsavedArticle } from './unsaved.entity';
import type { UnsavedView } from './articles.view';

/** Somebody who typed so lately is taken to be writing still. */
const writesStillMs = 15 * 60_000;

/** Keeps what editors type, each her own, with the revision that it began from; a revision it becomes only when saved. */
@Injectable()
export class UnsavedService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws Refusal `article.editedMeanwhile` where another has saved a revision: she is told while she types. */
  async keep(actor: Actor, id: string, { beganFrom, ...entry }: SaveArticleDto): Promise<void> {
    await onArticle(this.database, actor, 'articles.write', id, async (tx, article) => {
      decided(decideSaving(article.stage, article.revision, beganFrom));
      const of = { articleId: id, accountId: actor.accountId };
      await tx.delete(UnsavedArticle, of);
      await tx.insert(UnsavedArticle, { ...of, beganFrom, entry, at: this.clock.now() });
    });
  }

  async forget(tx: EntityManager, articleId: string, accountId: string): Promise<void> {
    await tx.delete(UnsavedArticle, { articleId, accountId });
  }

  async of(articleId: string, accountId: string): Promise<UnsavedView | null> {
    const unsaved = await this.database.rows.findOneBy(UnsavedArticle, { articleId, accountId });
    return unsaved && { beganFrom: unsaved.beganFrom, entry: unsaved.entry, at: unsaved.at };
  }

  /** Who else is writing it at this time. */
  async others(articleId: string, accountId: string): Promise<string[]> {
    const since = new Date(this.clock.now().getTime() - writesStillMs);
    const { rows } = this.database;
    const writing = await rows.findBy(UnsavedArticle, {
      ...{ articleId, accountId: Not(accountId), at: MoreThan(since) },
    });
    const ids = writing.map((one) => one.accountId);
    const nameOf = await accountNames(rows, ids);
    return ids.map(nameOf).sort((one, other) => one.localeCompare(other, 'zh-CN'));
  }
}
