import type { Refused } from '../../http/refusals';
import type { Block } from '../blocks.rules';

/** A comment says something; a mark proposes other words. */
export const remarkKinds = ['comment', 'mark'] as const;
export type RemarkKind = (typeof remarkKinds)[number];

/** Of a mark accepted or declined; a comment is settled. */
export const remarkAnswers = ['accepted', 'declined', 'settled'] as const;
export type RemarkAnswer = (typeof remarkAnswers)[number];

export const remarkLimits = { words: 300, excerpt: 200 } as const;

/** Whether the words stand in the block, so that a mark can be made on them. */
export function says(block: Block | undefined, excerpt: string): boolean {
  return block !== undefined && excerpt !== '' && correct(block, excerpt, '') !== undefined;
}

/**
 * The body with the mark's words in place of those that stood there: in its own block, or in the first other one that
 * says them when blocks have moved since.
 */
export function applyMark(
  blocks: readonly Block[],
  { place, excerpt, replacement }: { place: number; excerpt: string; replacement: string },
): { blocks: Block[] } | Refused {
  const at = says(blocks[place], excerpt) ? place : blocks.findIndex((block) => says(block, excerpt));
  if (at < 0) return { refused: 'remark.notThere' };
  const corrected = correct(blocks[at]!, excerpt, replacement)!;
  return { blocks: blocks.map((block, index) => (index === at ? corrected : block)) };
}

/** The first place of the words in the block, corrected; undefined where it does not say them. */
function correct(block: Block, excerpt: string, replacement: string): Block | undefined {
  const swap = (text: string) => {
    const at = text.indexOf(excerpt);
    return at < 0 ? undefined : text.slice(0, at) + replacement + text.slice(at + excerpt.length);
  };
  if (block.kind === 'list') {
    const at = block.items.findIndex((item) => item.includes(excerpt));
    if (at < 0) return undefined;
    return { ...block, items: block.items.map((item, index) => (index === at ? swap(item)! : item)) };
  }
  for (const field of ['text', 'caption', 'alt', 'name'] as const) {
    const text = (block as Partial<Record<typeof field, string>>)[field];
    const swapped = text === undefined ? undefined : swap(text);
    if (swapped !== undefined) return { ...block, [field]: swapped } as Block;
  }
  return undefined;
}
