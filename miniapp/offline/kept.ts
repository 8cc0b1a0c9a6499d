import Taro from '@tarojs/taro';
import { CallFailed } from '../api/call';
import { hers } from './storage';

interface Kept<Data> {
  readonly at: number;
  readonly data: Data;
}

/** An answer, and whether it is what the phone kept from last time. */
export interface FreshOrKept<Data> {
  readonly data: Data;
  readonly keptAt: number | undefined;
}

const keptDays = 30;

/** Asks the server and keeps the answer; without a signal, gives the last answer that this account kept. */
export async function askOrKept<Data>(name: string, ask: () => Promise<Data>): Promise<FreshOrKept<Data>> {
  const key = hers(`kept-${name}`);
  try {
    const data = await ask();
    Taro.setStorageSync(key, { at: Date.now(), data } satisfies Kept<Data>);
    return { data, keptAt: undefined };
  } catch (error) {
    const kept = Taro.getStorageSync(key) as Kept<Data> | '';
    if (!(error instanceof CallFailed) || !error.isOffline || !kept) throw error;
    return { data: kept.data, keptAt: kept.at };
  }
}

/** Takes off the phone what was kept long ago, so that its storage stays bounded. */
export function forgetOld(now = Date.now()): void {
  const beginning = hers('kept-');
  for (const name of Taro.getStorageInfoSync().keys) {
    if (!name.startsWith(beginning)) continue;
    const { at } = Taro.getStorageSync(name) as Kept<unknown>;
    if (now - at > keptDays * 24 * 3_600_000) Taro.removeStorageSync(name);
  }
}
