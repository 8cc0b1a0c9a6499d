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
  const { errMsg = '', name = '' } = (error ?? {}) as { errMsg?: string; name?: string };
  return errMsg.includes('timeout') || name === 'AbortError';
}
