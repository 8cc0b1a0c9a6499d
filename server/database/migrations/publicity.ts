import { flag, id, instant, json, key, makesTable, maybe, text, whole } from '../columns';

export const publicity = [
  makesTable(
    '1796000000201',
    'articles',
    {
      id: key(id()),
      state: text(10),
      regionCode: text(12),
      revision: whole(),
      publishedRevision: maybe(whole()),
      isPinned: flag(),
      createdAt: instant(),
      publishedAt: maybe(instant()),
    },
    { articles_published: { on: ['state', 'publishedAt'] } },
  ),
  makesTable('1796000000202', 'article_revisions', {
    articleId: key(id()),
    number: key(whole()),
    kind: text(10),
    regionCode: text(12),
    title: text(40),
    summary: text(80),
    cover: text(20),
    source: text(60),
    blocks: json(),
    writtenById: id(),
    writtenAt: instant(),
  }),
];
