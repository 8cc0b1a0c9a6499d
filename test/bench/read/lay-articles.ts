import type { EntityManager } from 'typeorm';
import { Article, ArticleRevision } from '../../../server/articles/article.entity';
import { articleKinds } from '../../../server/articles/articles.rules';
import { newId } from '../../../server/database/new-id';

const paragraph = '想学啥，先跟妇联说。村里的姐妹凑够了人，班就开到村里，不收钱，还管一顿午饭。';

/** Lays published articles of twelve pieces each; the server puts them on its shelf when it starts. */
export async function layArticles(rows: EntityManager, count: number): Promise<string[]> {
  const at = new Date('2026-11-20T02:00:00Z');
  const ids = Array.from({ length: count }, newId);
  await rows.insert(
    Article,
    ids.map((id, place) => ({
      ...{ id, state: 'published' as const, stage: 'out' as const, round: 1, publishAt: null, womanId: null },
      ...{ regionCode: '2301', revision: 1, publishedRevision: 1, isPinned: false, createdAt: at },
      publishedAt: new Date(at.getTime() + place * 1000),
    })),
  );
  await rows.insert(
    ArticleRevision,
    ids.map((articleId, place) => ({
      ...{ articleId, number: 1, kind: articleKinds[place % 3]!, regionCode: '2301', areas: null },
      ...{ title: `第${place}篇：免费学手艺`, summary: '想学啥先说', cover: 'cover-1', source: '市妇联' },
      ...{ documentNumber: null, validFrom: null, validUntil: null, coverFileId: null, courseIds: [] },
      ...{ concern: null, audioFileId: null },
      blocks: Array.from({ length: 12 }, (_, piece) => ({
        ...{ kind: 'paragraph' as const, text: `${piece + 1}、${paragraph}` },
      })),
      ...{ writtenById: 'bench', writtenAt: at },
    })),
  );
  return ids;
}
