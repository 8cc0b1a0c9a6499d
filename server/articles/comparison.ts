import { diffArrays, diffWordsWithSpace } from 'diff';
import { textOf, type Block } from './blocks.rules';
import { viewBlock } from './blocks.view';
import type { ComparedBlockView, WordsView } from './reviews/reviews.view';

/** Chinese has no spaces: where one word ends is asked of the platform. */
const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** What was added to a text and what was taken from it, word by word. */
export function compareWords(before: string, after: string): WordsView[] {
  return diffWordsWithSpace(before, after, { intlSegmenter: words }).map(({ value, added, removed }) => ({
    text: value,
    ...(added && { change: 'added' as const }),
    ...(removed && { change: 'removed' as const }),
  }));
}

/** Two bodies, block by block. A block that was taken away where one of its kind was added is one that changed. */
export function compareBlocks(before: readonly Block[], after: readonly Block[]): ComparedBlockView[] {
  const runs = diffArrays([...before], [...after], {
    comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const compared: ComparedBlockView[] = [];
  let gone: Block[] = [];
  const leave = () => {
    compared.push(...gone.map((block) => one('removed', block)));
    gone = [];
  };
  for (const { value, added, removed } of runs) {
    if (removed) gone = value;
    else if (!added) {
      leave();
      compared.push(...value.map((block) => one('same', block)));
    } else
      for (const block of value) {
        const twin = gone.findIndex(({ kind }) => kind === block.kind);
        if (twin < 0) compared.push(one('added', block));
        else {
          const skipped = gone.splice(0, twin + 1);
          const was = skipped.pop()!;
          compared.push(...skipped.map((other) => one('removed', other)));
          compared.push({
            ...{ change: 'changed', block: viewBlock(block) },
            words: compareWords(textOf(was), textOf(block)),
          });
        }
      }
  }
  leave();
  return compared;
}

function one(change: 'same' | 'added' | 'removed', block: Block): ComparedBlockView {
  const text = textOf(block);
  return { change, block: viewBlock(block), words: [{ text, ...(change !== 'same' && { change }) }] };
}
