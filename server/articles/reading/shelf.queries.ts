import type { EntityManager } from 'typeorm';
import { statement } from '../../database/statement';
import { levels, ancestor } from '../../regions/regions.rules';
import type { ArticleKind } from '../articles.rules';
import type { Search } from './words.rules';

interface OnShelf {
  readonly number: number;
  readonly articleId: string;
}

interface Placed {
  readonly number: number;
  readonly isPinned: boolean;
  readonly nearness: number;
}

/**
 * What readers of this area see, `most` of it: what concerns the area or one above it, the pinned first, then the
 * nearest, then the newest; after it what concerns others, the newest first.
 */
export async function listed(
  rows: EntityManager,
  kind: ArticleKind | undefined,
  region: string | undefined,
  most: number,
): Promise<string[]> {
  const near = region === undefined ? [] : await concerning(rows, kind, region, most);
  const [ofKind, values] = kind === undefined ? ['', []] : ['WHERE kind = ?', [kind]];
  const newest = await statement<OnShelf[]>(
    rows,
    `SELECT number, articleId FROM shelf ${ofKind} ORDER BY isPinned DESC, number DESC LIMIT ${most}`,
    values,
  );
  const articleOf = new Map(newest.map(({ number, articleId }) => [number, articleId]));
  const unknown = near.filter((number) => !articleOf.has(number));
  if (unknown.length > 0) {
    const marks = unknown.map(() => '?').join(', ');
    const more = `SELECT number, articleId FROM shelf WHERE number IN (${marks})`;
    for (const { number, articleId } of await statement<OnShelf[]>(rows, more, unknown))
      articleOf.set(number, articleId);
  }
  const all = [...new Set([...near, ...newest.map(({ number }) => number)])];
  return all.flatMap((number) => articleOf.get(number) ?? []).slice(0, most);
}

async function concerning(
  rows: EntityManager,
  kind: ArticleKind | undefined,
  region: string,
  most: number,
): Promise<number[]> {
  const ofKind = kind === undefined ? '' : 'AND kind = ?';
  const areas = levels.flatMap((level) => ancestor(region, level) ?? []);
  const found = await Promise.all(
    areas.map(async (area): Promise<Placed[]> => {
      const placed = await statement<{ number: number; isPinned: unknown }[]>(
        rows,
        `SELECT number, isPinned FROM shelf_places WHERE regionCode = ? ${ofKind}
          ORDER BY isPinned DESC, number DESC LIMIT ${most}`,
        [area, ...(kind === undefined ? [] : [kind])],
      );
      return placed.map(({ number, isPinned }) => ({
        ...{ number, isPinned: Boolean(isPinned), nearness: area.length },
      }));
    }),
  );
  return found
    .flat()
    .sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || b.nearness - a.nearness || b.number - a.number)
    .map(({ number }) => number);
}

/** Articles that say all of it, the newest first. */
export async function saying(
  rows: EntityManager,
  { words, contains }: Search,
  kind: ArticleKind | undefined,
  most: number,
): Promise<string[]> {
  const [first, ...others] = words;
  const joins = others.map(
    (_, at) => `JOIN shelf_words w${at} ON w${at}.number = w.number AND w${at}.word = ?`,
  );
  const conditions = [
    'w.word = ?',
    ...(kind === undefined ? [] : ['s.kind = ?']),
    ...contains.map(() => 's.said LIKE ?'),
  ];
  const found = await statement<OnShelf[]>(
    rows,
    `SELECT s.articleId FROM shelf_words w ${joins.join(' ')} JOIN shelf s ON s.number = w.number
      WHERE ${conditions.join(' AND ')} ORDER BY w.number DESC LIMIT ${most}`,
    [...others, first, ...(kind === undefined ? [] : [kind]), ...contains.map((term) => `%${term}%`)],
  );
  return found.map(({ articleId }) => articleId);
}
