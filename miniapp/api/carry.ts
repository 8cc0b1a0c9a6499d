import Taro from '@tarojs/taro';
import { callCloud, goesByCloud } from './cloud';

export interface Parcel {
  /** From the server's root, with its query: `/api/batches?family=planting`. */
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly header?: Readonly<Record<string, string>>;
  readonly data?: string;
}

/** An old phone on a weak signal gets so long, and no longer. */
const answerWithinMs = 15_000;

/** Brings a request to the server by the road that the build chose: to its address, or through WeChat's cloud. */
export async function carry(parcel: Parcel): Promise<{ statusCode: number; data: unknown }> {
  if (goesByCloud) return callCloud({ ...parcel, timeout: answerWithinMs });
  const { path, method = 'GET', ...more } = parcel;
  return Taro.request({ url: addressOf(path), method, ...more, timeout: answerWithinMs });
}

/** The full address of something of the server. */
export function addressOf(path: string): string {
  return `${process.env.TARO_APP_API ?? ''}${path}`;
}

/** Whether a request ended because its time was over: the signal is there, but weak. */
export function isTimeout(error: unknown): boolean {
  const { name = '' } = (error ?? {}) as { name?: string };
  return /timeout|errCode: 102002/.test(wordsOf(error)) || name === 'AbortError';
}

/** Whether WeChat's cloud itself could not bring it to the server: `… errCode: -606001 | errMsg: …`. */
export function isOfCloud(error: unknown): boolean {
  return /cloud\.callContainer:fail.*errCode: -/.test(wordsOf(error));
}

function wordsOf(error: unknown): string {
  return (error as { errMsg?: string } | null)?.errMsg ?? '';
}
