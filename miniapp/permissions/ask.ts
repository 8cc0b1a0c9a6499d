import Taro from '@tarojs/taro';
import { refusedIn, words, type Wish } from './wishes';

/**
 * Uses something of the phone that wants her leave. When she says no, one sentence says what goes on without it;
 * where only the phone's settings can open it again, they are one tap away.
 *
 * @returns undefined when she changed her mind or said no
 */
export async function withLeave<Got>(wish: Wish, take: () => Promise<Got>): Promise<Got | undefined> {
  try {
    return await take();
  } catch (error) {
    const refused = refusedIn((error as { errMsg?: string } | null)?.errMsg ?? '');
    if (refused === undefined) throw error;
    if (refused !== 'cancelled') await sayWithout(wish, refused === 'forbidden');
    return undefined;
  }
}

async function sayWithout(wish: Wish, canOpen: boolean): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '没有打开',
    content: words[wish].without,
    showCancel: canOpen,
    cancelText: '知道了',
    confirmText: canOpen ? '去打开' : '知道了',
  });
  if (confirm && canOpen) await Taro.openSetting().catch(() => undefined);
}

/** What a code says that she scanned; undefined when she scanned none. */
export async function scanCode(): Promise<string | undefined> {
  const scanned = await withLeave('scan', () => Taro.scanCode({ onlyFromCamera: true }));
  return scanned?.result;
}
