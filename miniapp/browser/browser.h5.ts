import Taro from '@tarojs/taro';
import { answerKeys } from './keys';
import { dressAll } from './roles';
import './browser.scss';

/**
 * Taro draws elements of its own, which a browser neither reads out nor lets a keyboard reach. This gives every one of
 * them what its page said of it in WeChat's words: `aria-role`, `aria-label`.
 */
export function helpTheBrowser(): void {
  dressAll(document.body);
  document.addEventListener('keydown', answerKeys);
  Taro.eventCenter.on('__taroRouterChange', () => window.setTimeout(readFromTheTop, afterTheTurnMs));
}

/** A page needs a moment to stand where it is seen. */
const afterTheTurnMs = 120;

/** A new page is read from its title on, and the keyboard goes on from there. */
function readFromTheTop(): void {
  const shown = Array.from(document.querySelectorAll<HTMLElement>('.page-title')).filter(
    (title) => title.offsetParent !== null,
  );
  const isTyping = document.activeElement?.matches('input, textarea, select') ?? false;
  if (!isTyping) shown[shown.length - 1]?.focus({ preventScroll: true });
}
