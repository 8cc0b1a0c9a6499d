import { tappable } from './roles';

/** Enter and Space do what a tap does, on everything that is not the browser's own control. */
export function answerKeys(event: KeyboardEvent): void {
  const { key, target } = event;
  if (key !== 'Enter' && key !== ' ') return;
  if (!(target instanceof HTMLElement) || !target.localName.startsWith('taro-')) return;
  if (!tappable.has(target.getAttribute('role') ?? '')) return;
  // Space would scroll the page.
  event.preventDefault();
  if (!event.repeat) target.click();
}
