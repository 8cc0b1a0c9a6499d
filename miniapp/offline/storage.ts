import Taro from '@tarojs/taro';
import { me } from '../api/session';

const lastAccount = 'last-account';

/**
 * Whose work is on this phone. When a sign-in runs out in the middle of a class, taps go on belonging to the same
 * account, until she signs out by herself.
 */
export function owner(): string {
  const account = me()?.accountId;
  if (account === undefined) return (Taro.getStorageSync(lastAccount) as string) || 'nobody';
  if (Taro.getStorageSync(lastAccount) !== account) Taro.setStorageSync(lastAccount, account);
  return account;
}

/** The name under which something of hers is kept. */
export function hers(name: string): string {
  return `${owner()}-${name}`;
}

/** Takes everything of hers off the phone: what was kept and what waited. */
export function forgetHers(): void {
  const beginning = `${owner()}-`;
  for (const name of Taro.getStorageInfoSync().keys)
    if (name.startsWith(beginning)) Taro.removeStorageSync(name);
  Taro.removeStorageSync(lastAccount);
}

/** How full the phone's storage for us is, from 0 to 1. WeChat gives ten megabytes. */
export function fullness(): number {
  const { currentSize, limitSize } = Taro.getStorageInfoSync();
  return limitSize > 0 ? currentSize / limitSize : 0;
}

export const nearlyFull = 0.8;
