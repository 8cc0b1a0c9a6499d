import type { components } from '../../api/schema';

type Look = components['schemas']['BreakGlassView'];
type Opened = components['schemas']['OpenedView'];

/** How much was seen, in one sentence: files opened one by one, and names on lists. */
export function openedSays(opened: readonly Opened[]): string {
  const women = new Set(opened.flatMap(({ womanId }) => womanId ?? []));
  return women.size === 0 ? '没有打开过档案。' : `看到了${women.size}位妇女的档案。`;
}

/** So long a look of another county stays on the desk. */
const shownMs = 7 * 24 * 60 * 60 * 1000;

/** What the desk says of those who looked into this county in the last week. */
export function looksToTell(looks: readonly Look[], now: Date): string[] {
  return looks
    .filter(({ isHers, since }) => !isHers && now.getTime() - Date.parse(since) < shownMs)
    .map(({ offices, name, reason }) => `${offices[0] ?? ''} ${name}越区看过本县档案：${reason}`);
}
