import type { ArticleKind, Cover } from '../../../server/articles/articles.rules';
import { picturesWithoutWords, tidyBlocks, type BlockKind } from '../../../server/articles/blocks.rules';
import type { components } from '../../api/schema';
import { blankConcern, concernOf, typedConcern, type TypedConcern } from './concern-model';

type Schemas = components['schemas'];
export type Desk = Schemas['DraftDeskView'];
export type DraftView = Schemas['DraftView'];
type BlockView = Schemas['BlockView'];

/** A block as it is typed: a list is one line an item. */
export interface TypedBlock {
  readonly kind: BlockKind;
  readonly text: string;
  readonly fileId?: string | undefined;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly finderUserName?: string | undefined;
  readonly feedId?: string | undefined;
  readonly name?: string | undefined;
}

export interface ArticleDraft {
  readonly kind: ArticleKind;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly documentNumber: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly cover: Cover;
  readonly coverFileId: string;
  readonly regionCode: string;
  readonly areas: readonly string[];
  readonly courseIds: readonly string[];
  readonly concern: TypedConcern;
  readonly audioFileId: string;
  readonly blocks: readonly TypedBlock[];
}

export function blankArticle(regionCode: string): ArticleDraft {
  return {
    ...{
      kind: 'policy',
      title: '',
      summary: '',
      source: '',
      documentNumber: '',
      validFrom: '',
      validUntil: '',
    },
    ...{ cover: 'cover-1', coverFileId: '', regionCode, areas: [], courseIds: [] },
    ...{ concern: blankConcern, audioFileId: '' },
    blocks: [{ kind: 'paragraph', text: '' }],
  };
}

export function fromDraft(draft: DraftView): ArticleDraft {
  const { kind, title, summary, source, cover, regionCode, areas, courseIds } = draft;
  return {
    ...{ kind, title, summary, source, cover, regionCode, areas, courseIds },
    documentNumber: draft.documentNumber ?? '',
    validFrom: draft.validFrom ?? '',
    validUntil: draft.validUntil ?? '',
    coverFileId: draft.coverFileId ?? '',
    concern: typedConcern(draft.concern),
    audioFileId: draft.audioFileId ?? '',
    blocks: draft.blocks.map(typed),
  };
}

export function typed({ text, items, ...block }: BlockView | Schemas['BlockDto']): TypedBlock {
  return { ...block, text: text ?? (items ?? []).join('\n') };
}

/** What was typed and kept on the server, as it is typed again. */
export function fromEntry(entry: Schemas['WriteArticleDto']): ArticleDraft {
  const { documentNumber = '', validFrom = '', validUntil = '', coverFileId = '', audioFileId = '' } = entry;
  const { concern, areas = [], courseIds = [], blocks, ...said } = entry;
  return {
    ...{ ...said, documentNumber, validFrom, validUntil, coverFileId, audioFileId, areas, courseIds },
    concern: typedConcern(concern ?? null),
    blocks: blocks.map(typed),
  };
}

/** What is sent: a list's lines become its items, and what is empty is left out. */
export function entryOf(article: ArticleDraft): Schemas['WriteArticleDto'] {
  const { kind, title, summary, source, cover, regionCode, areas, courseIds } = article;
  const { documentNumber, validFrom, validUntil, coverFileId } = article;
  return {
    ...{ kind, title: title.trim(), summary, source, cover, regionCode },
    ...(documentNumber.trim() !== '' && { documentNumber }),
    ...(validFrom !== '' && { validFrom }),
    ...(validUntil !== '' && { validUntil }),
    ...(coverFileId !== '' && { coverFileId }),
    ...(areas.length > 0 && { areas: [...areas] }),
    ...(article.audioFileId !== '' && { audioFileId: article.audioFileId }),
    ...concernOf(article.concern),
    courseIds: [...courseIds],
    blocks: blocksOf(article.blocks),
  };
}

/** Each kind with its own fields only; blocks that say nothing are not sent. */
export function blocksOf(blocks: readonly TypedBlock[]): Schemas['BlockDto'][] {
  const loose = blocks.map(({ text, ...block }) =>
    block.kind === 'list' ? { ...block, items: text.split('\n') } : { ...block, text },
  );
  return tidyBlocks(loose).map((block) =>
    block.kind === 'list' ? { kind: block.kind, items: [...block.items] } : { ...block },
  );
}

export function withBlock(
  blocks: readonly TypedBlock[],
  index: number,
  part: Partial<TypedBlock>,
): TypedBlock[] {
  return blocks.map((block, place) => (place === index ? { ...block, ...part } : block));
}

export function withoutBlock(blocks: readonly TypedBlock[], index: number): TypedBlock[] {
  return blocks.filter((_, place) => place !== index);
}

/** One step up or down; at the ends nothing moves. */
export function moved(blocks: readonly TypedBlock[], index: number, by: -1 | 1): TypedBlock[] {
  const to = index + by;
  if (to < 0 || to >= blocks.length) return [...blocks];
  const next = [...blocks];
  [next[index], next[to]] = [next[to]!, next[index]!];
  return next;
}

/** Puts blocks after this one; an empty one makes room for them. */
export function inserted(
  blocks: readonly TypedBlock[],
  index: number,
  more: readonly TypedBlock[],
): TypedBlock[] {
  const here = blocks[index];
  const isEmpty = here !== undefined && here.text.trim() === '' && here.fileId === undefined;
  return [...blocks.slice(0, isEmpty ? index : index + 1), ...more, ...blocks.slice(index + 1)];
}

/** Whether there is something to give to the reviewers, and what is still missing. */
export function missingIn({ title, blocks }: ArticleDraft): string | undefined {
  const tidy = tidyBlocks(blocksOf(blocks));
  if (title.trim() === '') return '先写标题。';
  if (tidy.length === 0) return '先写正文。';
  if (picturesWithoutWords(tidy).length > 0) return '有图片还没写“图上是什么”。';
  return undefined;
}

/** What to tell about what came in from a page or from Word. */
export function sayImported({ blocks, picturesLeft, isCut }: Schemas['ImportedView']): string {
  const parts = [`放进来${blocks.length}段。`];
  if (picturesLeft > 0) parts.push(`有${picturesLeft}张图片没有带过来，请一张一张传。`);
  if (isCut) parts.push('内容太长，后面的没有放进来。');
  return parts.join('');
}
