import type { ArticleKind, Cover } from '../../../server/articles/articles.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type DraftView = Schemas['DraftView'];
type BlockKind = 'heading' | 'paragraph' | 'list' | 'quote';

/** A block as it is typed: a list is one line an item. */
export interface TypedBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

export interface ArticleDraft {
  readonly kind: ArticleKind;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly cover: Cover;
  readonly regionCode: string;
  readonly blocks: readonly TypedBlock[];
}

export const blockNames: Readonly<Record<BlockKind, string>> = {
  paragraph: '一段话',
  heading: '小标题',
  list: '几条',
  quote: '引用',
};

export function blankArticle(regionCode: string): ArticleDraft {
  return {
    kind: 'policy',
    title: '',
    summary: '',
    source: '',
    cover: 'cover-1',
    regionCode,
    blocks: [{ kind: 'paragraph', text: '' }],
  };
}

export function fromDraft(draft: DraftView): ArticleDraft {
  const { kind, title, summary, source, cover, regionCode } = draft;
  const blocks = draft.blocks.map((block) => ({
    kind: block.kind as BlockKind,
    text: block.text ?? (block.items ?? []).join('\n'),
  }));
  return { kind, title, summary, source, cover, regionCode, blocks };
}

/** What is sent: a list's lines become its items. */
export function entryOf({ blocks, ...article }: ArticleDraft): Schemas['WriteArticleDto'] {
  return {
    ...article,
    title: article.title.trim(),
    blocks: blocks.map(({ kind, text }) =>
      kind === 'list'
        ? { kind, items: text.split('\n').filter((line) => line.trim() !== '') }
        : { kind, text },
    ),
  };
}

export function withBlock(blocks: readonly TypedBlock[], index: number, text: string): TypedBlock[] {
  return blocks.map((block, place) => (place === index ? { ...block, text } : block));
}

export function withoutBlock(blocks: readonly TypedBlock[], index: number): TypedBlock[] {
  return blocks.filter((_, place) => place !== index);
}
