import type { Block, BlockKind } from './blocks.rules';

/** One piece of a body; its kind says which fields it has. */
export class BlockView {
  kind: BlockKind;
  /** Of a heading, a paragraph or a quote. */
  text?: string;
  /** Of a list. */
  items?: string[];
  /** Of a picture or an attachment. */
  fileId?: string;
  /** Of a picture: what it shows. */
  alt?: string;
  /** Under a picture or a film. */
  caption?: string;
  /** Of a film on WeChat's channels. */
  finderUserName?: string;
  feedId?: string;
  /** Of an attachment. */
  name?: string;
}

export function viewBlock(block: Block): BlockView {
  return block.kind === 'list' ? { kind: 'list', items: [...block.items] } : { ...block };
}
