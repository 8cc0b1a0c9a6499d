import Taro from '@tarojs/taro';
import { CallFailed } from '../api/call';
import { hers } from './storage';

export interface Kept<Data> {
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
  try {
    const data = await ask();
    keep(name, data);
    return { data, keptAt: undefined };
  } catch (error) {
    const kept = lastKept<Data>(name);
    if (!(error instanceof CallFailed) || !error.isOffline || !kept) throw error;
    return { data: kept.data, keptAt: kept.at };
  }
}

/** The last answer of this name that the account kept. */
export function lastKept<Data>(name: string): Kept<Data> | undefined {
  return (Taro.getStorageSync(nameOf(name)) as Kept<Data> | '') || undefined;
}

/** Keeps an answer for the next time. A phone without room keeps nothing, which harms nothing. */
export function keep(name: string, data: unknown): void {
  try {
    Taro.setStorageSync(nameOf(name), { at: Date.now(), data } satisfies Kept<unknown>);
  } catch {
    forgetKept(name);
  }
}

/** What the server no longer shows her does not stay on her phone. */
export function forgetKept(name: string): void {
  Taro.removeStorageSync(nameOf(name));
}

function nameOf(name: string): string {
  return hers(`kept-${name}`);
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
