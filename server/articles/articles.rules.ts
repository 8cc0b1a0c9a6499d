import type { Refused } from '../http/refusals';

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

export const blockKinds = ['heading', 'paragraph', 'list', 'quote'] as const;

/** One piece of an article's body. Plain text only: no markup can hide in it. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export const articleLimits = {
  title: 40,
  summary: 80,
  source: 60,
  blocks: 100,
  text: 2000,
  items: 30,
} as const;

/** The project's own cover pictures. */
export const covers = ['cover-1', 'cover-2', 'cover-3', 'cover-4', 'cover-5', 'cover-6'] as const;
export type Cover = (typeof covers)[number];

interface LooseBlock {
  readonly kind: (typeof blockKinds)[number];
  readonly text?: string | undefined;
  readonly items?: readonly string[] | undefined;
}

/** Keeps what each kind of block has, trimmed, and drops blocks that say nothing. */
export function tidyBlocks(blocks: readonly LooseBlock[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'list') {
      const items = (block.items ?? []).map((item) => item.trim()).filter((item) => item !== '');
      return items.length === 0 ? [] : [{ kind: 'list', items }];
    }
    const text = (block.text ?? '').trim();
    return text === '' ? [] : [{ kind: block.kind, text }];
  });
}

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
