import {
  addsColumn,
  addsIndex,
  day,
  flag,
  id,
  instant,
  json,
  key,
  makesTable,
  maybe,
  text,
  whole,
} from '../columns';

/** Words and pictures of users are checked; stories of exemplary women on their way to the city. */
export const stories = [
  makesTable(
    '1797000060001',
    'checks',
    {
      ...{ id: key(id()), about: text(20), aboutId: id(), fileId: maybe(id()), byAccountId: id() },
      ...{ regionCode: text(12), state: text(10), traceId: maybe(text(64)), tries: whole() },
      ...{ nextTryAt: instant(), appealById: maybe(id()), appealWords: maybe(text(200)) },
      ...{ decidedById: maybe(id()), reason: maybe(text(200)), decidedAt: maybe(instant()) },
      createdAt: instant(),
    },
    {
      checks_about: { on: ['about', 'aboutId'] },
      checks_due: { on: ['state', 'nextTryAt'] },
      checks_trace: { on: ['traceId'] },
    },
  ),
  addsColumn('1797000060002', 'files', 'isPersonal', flag(), '0'),
  addsColumn('1797000060003', 'articles', 'womanId', maybe(id())),
  makesTable(
    '1797000060004',
    'stories',
    {
      ...{ id: key(id()), womanId: id(), villageCode: text(12), title: text(40), words: { type: 'text' } },
      ...{ photos: json(), stage: text(10), round: whole(), checkState: text(10), revision: whole() },
      ...{ articleId: maybe(id()), outOn: maybe(day()), writtenById: id() },
      ...{ createdAt: instant(), changedAt: instant() },
    },
    { stories_woman: { on: ['womanId'] }, stories_village: { on: ['villageCode', 'stage'] } },
  ),
  makesTable(
    '1797000060005',
    'story_steps',
    {
      ...{ id: key(id()), storyId: id(), round: whole(), stage: text(10), step: text(10) },
      ...{ words: text(200), byAccountId: id(), at: instant() },
    },
    { story_steps_story: { on: ['storyId'] } },
  ),
  makesTable('1797000060006', 'story_targets', {
    ...{ regionCode: key(text(12)), year: key(whole()), stories: whole(), source: text(60) },
    ...{ setById: id(), setAt: instant() },
  }),
  addsColumn('1797000060007', 'article_revisions', 'concern', maybe(json())),
  addsColumn('1797000060008', 'article_revisions', 'audioFileId', maybe(id())),
  makesTable('1797000060009', 'unsaved_articles', {
    ...{ articleId: key(id()), accountId: key(id()), beganFrom: whole(), entry: json(), at: instant() },
  }),
  addsColumn('1797000060010', 'files', 'forgottenAt', maybe(instant())),
  addsIndex('1797000060011', 'files', 'files_forgotten', { on: ['forgottenAt'] }),
];
