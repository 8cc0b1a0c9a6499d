import type { Connection } from 'mysql2/promise';
import { shelfRowsOf } from '../../../server/articles/reading/shelf-rows';
import type { MadeUpText } from './made-up-texts';

const atOnce = 5_000;
const at = new Date('2026-11-20T02:00:00Z');

/** An id in the shape of ours. */
export const idOf = (number: number) => `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/**
 * Lays published articles with all that the shelf keeps of them, made by the server's own rules and written in the order
 * of their keys: one by one it would take an hour.
 *
 * @returns what each says, as it is searched; the first came first.
 */
export async function layTexts(connection: Connection, texts: readonly MadeUpText[]): Promise<string[]> {
  const said: string[] = [];
  const numbersOf = new Map<string, number[]>();
  const [articles, revisions, shelf, places]: unknown[][][] = [[], [], [], []];
  texts.forEach(({ title, body }, place) => {
    const number = place + 1;
    const id = idOf(number);
    const blocks = [{ kind: 'paragraph' as const, text: body }];
    const revision = {
      ...{ articleId: id, number: 1, kind: 'policy' as const, regionCode: '2301', title, summary: '' },
      ...{ cover: 'cover-1', source: '市妇联', documentNumber: null, validFrom: null, validUntil: null },
      ...{
        areas: null,
        courseIds: [],
        coverFileId: null,
        concern: null,
        audioFileId: null,
        blocks,
        writtenById: 'bench',
        writtenAt: at,
      },
    };
    const rows = shelfRowsOf({ id, isPinned: false }, revision, number);
    said.push(rows.shelved.said);
    for (const { word } of rows.words) {
      const numbers = numbersOf.get(word);
      if (numbers) numbers.push(number);
      else numbersOf.set(word, [number]);
    }
    articles!.push([id, 'published', 'out', 1, '2301', 1, 1, 0, at, at]);
    revisions!.push([
      id,
      1,
      'policy',
      '2301',
      title,
      '',
      'cover-1',
      '市妇联',
      '[]',
      JSON.stringify(blocks),
      'bench',
      at,
    ]);
    shelf!.push([number, id, 'policy', 0, rows.shelved.said]);
    places!.push(['2301', number, 'policy', 0]);
  });
  const insert = async (into: string, rows: readonly unknown[][]) => {
    for (let from = 0; from < rows.length; from += atOnce)
      await connection.query(`INSERT INTO ${into} VALUES ?`, [rows.slice(from, from + atOnce)]);
  };
  await connection.query('SET unique_checks = 0');
  await insert(
    'articles (id, state, stage, round, regionCode, revision, publishedRevision, isPinned, createdAt, publishedAt)',
    articles!,
  );
  await insert(
    `article_revisions (articleId, number, kind, regionCode, title, summary, cover, source, courseIds, blocks,
       writtenById, writtenAt)`,
    revisions!,
  );
  await insert('shelf (number, articleId, kind, isPinned, said)', shelf!);
  await insert('shelf_places (regionCode, number, kind, isPinned)', places!);
  for (const word of [...numbersOf.keys()].sort())
    await insert(
      'shelf_words (word, number)',
      numbersOf.get(word)!.map((number) => [word, number]),
    );
  await connection.query('UPDATE editions SET number = ?', [texts.length]);
  await connection.query('ANALYZE TABLE shelf, shelf_words, articles, article_revisions');
  return said;
}
