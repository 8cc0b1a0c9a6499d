import type { Refused } from '../http/refusals';
import type { Block } from './blocks.rules';

export const articleKinds = ['policy', 'notice', 'story'] as const;
export type ArticleKind = (typeof articleKinds)[number];

export const articleKindNames: Readonly<Record<ArticleKind, string>> = {
  policy: '政策',
  notice: '通知',
  story: '典型故事',
};

/** The life of an article, as a table. */
export const nextStates = {
  draft: ['published'],
  published: ['published', 'withdrawn'],
  withdrawn: ['published'],
} as const satisfies Record<string, readonly string[]>;

export type ArticleState = keyof typeof nextStates;

export const articleStateNames: Readonly<Record<ArticleState, string>> = {
  draft: '草稿',
  published: '已发布',
  withdrawn: '已撤下',
};

export function mayBecome(from: ArticleState, to: ArticleState): boolean {
  return (nextStates[from] as readonly ArticleState[]).includes(to);
}

export const articleLimits = {
  title: 40,
  summary: 80,
  source: 60,
  documentNumber: 40,
  areas: 30,
  courses: 6,
} as const;

/** The project's own cover pictures. */
export const covers = ['cover-1', 'cover-2', 'cover-3', 'cover-4', 'cover-5', 'cover-6'] as const;
export type Cover = (typeof covers)[number];

/** Whether an editor may save: only from the newest revision, so that nobody's words are overwritten unseen. */
export function decideSaving(newest: number, beganFrom: number): { number: number } | Refused {
  if (beganFrom !== newest) return { refused: 'article.editedMeanwhile', about: { newest } };
  return { number: newest + 1 };
}

export function decidePublishing(
  state: ArticleState,
  revision: { title: string; blocks: readonly Block[] },
): { state: 'published' } | Refused {
  if (!mayBecome(state, 'published')) return { refused: 'article.stateForbids' };
  if (revision.title.trim() === '' || revision.blocks.length === 0) return { refused: 'article.empty' };
  return { state: 'published' };
}
