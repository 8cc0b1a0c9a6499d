import { addsColumn, day, id, instant, json, key, makesTable, maybe, states, text, whole } from '../columns';

/** Three reviews, files, several areas, and what else an article of a federation says. */
export const publishing = [
  addsColumn('1797000007001', 'articles', 'stage', text(10), "'writing'"),
  states(
    '1797000007002',
    'Articles_out',
    "UPDATE articles SET stage = 'out' WHERE state <> 'draft' AND publishedRevision = revision",
    "UPDATE articles SET stage = 'writing'",
  ),
  addsColumn('1797000007003', 'articles', 'round', whole(), '0'),
  addsColumn('1797000007004', 'articles', 'publishAt', maybe(instant())),
  addsColumn('1797000007005', 'article_revisions', 'documentNumber', maybe(text(40))),
  addsColumn('1797000007006', 'article_revisions', 'validFrom', maybe(day())),
  addsColumn('1797000007007', 'article_revisions', 'validUntil', maybe(day())),
  addsColumn('1797000007008', 'article_revisions', 'areas', maybe(json())),
  addsColumn('1797000007010', 'article_revisions', 'courseIds', maybe(json())),
  addsColumn('1797000007011', 'article_revisions', 'coverFileId', maybe(id())),
  makesTable('1797000007012', 'files', {
    id: key(id()),
    kind: text(10),
    type: text(100),
    sha256: text(64),
    size: whole(),
    width: maybe(whole()),
    height: maybe(whole()),
    hiddenAt: maybe(instant()),
    byAccountId: id(),
    at: instant(),
  }),
];
