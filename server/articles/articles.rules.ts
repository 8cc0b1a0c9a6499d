import type { Refused } from '../http/refusals';
import { picturesWithoutWords, type Block } from './blocks.rules';
import { isOpenToWriting, mayGo, type ArticleStage } from './reviews.rules';

export const articleKinds = ['policy', 'notice', 'story'] as const;
export type ArticleKind = (typeof articleKinds)[number];

export const articleKindNames: Readonly<Record<ArticleKind, string>> = {
  policy: '政策',
  notice: '通知',
  story: '典型故事',
};

/** What readers see of an article, as a table; its way through the reviews is another one. */
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
export function decideSaving(
  stage: ArticleStage,
  newest: number,
  beganFrom: number,
): { number: number } | Refused {
  if (!isOpenToWriting(stage)) return { refused: 'article.underReview' };
  if (beganFrom !== newest) return { refused: 'article.editedMeanwhile', about: { newest } };
  return { number: newest + 1 };
}

/** Whether the newest revision may go to its first reviewer. */
export function decideSubmission(
  stage: ArticleStage,
  isOut: boolean,
  revision: { title: string; blocks: readonly Block[] },
): { stage: 'first' } | Refused {
  if (isOut || !mayGo(stage, 'first')) return { refused: 'article.stateForbids' };
  if (revision.title.trim() === '' || revision.blocks.length === 0) return { refused: 'article.empty' };
  const wordless = picturesWithoutWords(revision.blocks);
  if (wordless.length > 0) return { refused: 'article.altNeeded', about: { places: wordless } };
  return { stage: 'first' };
}

/** Whether it may come out, now or later: only what three have passed, or what was out before and is withdrawn. */
export function decidePublishing(
  { stage, state }: { stage: ArticleStage; state: ArticleState },
  isLater: boolean,
): { stage: 'out' | 'scheduled' } | Refused {
  if (stage === 'approved' || stage === 'scheduled') return { stage: isLater ? 'scheduled' : 'out' };
  const isBack = stage === 'out' && state === 'withdrawn' && !isLater;
  if (isBack) return { stage: 'out' };
  return { refused: stage === 'out' ? 'article.stateForbids' : 'article.notReviewed' };
}

/** What the parts of an entry say of each other. */
export function checkEntry({
  validFrom,
  validUntil,
}: {
  validFrom?: string;
  validUntil?: string;
}): Refused | object {
  return validFrom && validUntil && validUntil < validFrom ? { refused: 'article.datesTurned' } : {};
}
