import type { Day } from '../../calendar/days.rules';

/** So many of each fit on one sheet and can be read from two steps away. */
export const boardLimits = { articles: 5, batches: 5 } as const;

export interface BoardArticle {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  /** In Shanghai. */
  readonly publishedOn: Day;
}

export interface BoardBatch {
  readonly title: string;
  readonly placeName: string;
  readonly startsOn: Day;
  readonly km: number;
  /** The last day on which one can sign up. */
  readonly signUpUntil: Day;
}

/** What came out in the month, in the order in which readers of the place see it. */
export function articlesOfMonth(articles: readonly BoardArticle[], month: string): BoardArticle[] {
  return articles
    .filter(({ publishedOn }) => publishedOn.startsWith(`${month}-`))
    .slice(0, boardLimits.articles);
}

/** Batches one can still sign up to on that day: the nearest first, then the soonest. */
export function batchesNear(batches: readonly BoardBatch[], today: Day): BoardBatch[] {
  return batches
    .filter(({ signUpUntil }) => signUpUntil >= today)
    .sort(
      (one, other) =>
        one.km - other.km ||
        one.startsOn.localeCompare(other.startsOn) ||
        one.title.localeCompare(other.title, 'zh-CN'),
    )
    .slice(0, boardLimits.batches);
}

/** A text in lines of so many letters; what is beyond the last line is left out, and the cut is shown. */
export function linesOf(text: string, letters: number, most: number): string[] {
  const all = [...text];
  const shown = all.length <= letters * most ? all : [...all.slice(0, letters * most - 1), '…'];
  const lines = Math.ceil(shown.length / letters);
  return Array.from({ length: lines }, (_, line) =>
    shown.slice(line * letters, (line + 1) * letters).join(''),
  );
}
