import type { components } from '../../api/schema';

type Opened = components['schemas']['OpenedView'];

/** How much was seen, in one sentence: files opened one by one, and names on lists. */
export function openedSays(opened: readonly Opened[]): string {
  const women = new Set(opened.flatMap(({ womanId }) => womanId ?? []));
  return women.size === 0 ? '没有打开过档案。' : `看到了${women.size}位妇女的档案。`;
}
