import Taro from '@tarojs/taro';
import { CallFailed } from '../api/call';
import { me } from '../api/session';

interface Kept<Data> {
  readonly at: number;
  readonly data: Data;
}

/** An answer, and whether it is what the phone kept from last time. */
export interface FreshOrKept<Data> {
  readonly data: Data;
  readonly keptAt: number | undefined;
}

/** Asks the server and keeps the answer; without a signal, gives the last answer that this account kept. */
export async function askOrKept<Data>(name: string, ask: () => Promise<Data>): Promise<FreshOrKept<Data>> {
  const key = `kept-${me()?.accountId ?? 'nobody'}-${name}`;
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
