import Taro from '@tarojs/taro';
import type { Draft } from './model';

const key = 'need-draft';

/** An unfinished card stays on the phone, so that a lost signal or a call costs her nothing. */
export function keepDraft(draft: Draft): void {
  Taro.setStorageSync(key, draft);
}

export function keptDraft(): Draft | undefined {
  return (Taro.getStorageSync(key) as Draft | '') || undefined;
}

export function forgetDraft(): void {
  Taro.removeStorageSync(key);
}
