import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Action } from '../access/policies';
import type { Database } from '../database/database';
import { found, Refusal } from '../http/refusals';
import { Article } from './article.entity';

/**
 * Works on one article while nobody else does, where her offices reach it for this action: of another county's article
 * nobody learns whether it is there.
 */
export function onArticle<Result>(
  database: Database,
  actor: Actor,
  action: Action,
  id: string,
  work: (tx: EntityManager, article: Article) => Promise<Result>,
): Promise<Result> {
  return database.transact(async (tx) => {
    const article = found(await database.lock(tx, Article, id));
    if (!actor.scope(action).admits(article.regionCode)) throw new Refusal('thing.notFound');
    return work(tx, article);
  });
}
