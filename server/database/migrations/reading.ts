import { day, flag, id, key, makesTable, states, text, whole } from '../columns';

/** What readers see, ready to be listed and searched, and how often it is read. */
export const reading = [
  makesTable('1797000008001', 'editions', { name: key(text(20)), number: whole() }),
  states(
    '1797000008002',
    'First_edition',
    "INSERT INTO editions (name, number) VALUES ('articles', 0)",
    'DELETE FROM editions',
  ),
  makesTable(
    '1797000008003',
    'shelf',
    {
      ...{ number: key(whole()), articleId: id(), kind: text(10), isPinned: flag() },
      said: { type: 'text' },
    },
    {
      shelf_article: { on: ['articleId'], unique: true },
      shelf_order: { on: ['isPinned', 'number'] },
    },
  ),
  makesTable(
    '1797000008004',
    'shelf_places',
    { regionCode: key(text(12)), number: key(whole()), kind: text(10), isPinned: flag() },
    { shelf_places_order: { on: ['regionCode', 'isPinned', 'number'] } },
  ),
  makesTable('1797000008005', 'shelf_words', { word: key(text(12)), number: key(whole()) }),
  makesTable('1797000008006', 'article_reads', {
    ...{ articleId: key(id()), day: key(day()), reads: whole() },
  }),
];
