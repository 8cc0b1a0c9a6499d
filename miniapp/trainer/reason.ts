import Taro from '@tarojs/taro';
import { writtenReason } from './written-reason';

const another = '写别的原因';

/** A reason by one tap, or written. Undefined when she closed the sheet. */
export async function askReason(usual: readonly string[]): Promise<string | undefined> {
  const itemList = [...usual, another];
  const chosen = await Taro.showActionSheet({ itemList }).catch(() => undefined);
  if (!chosen) return undefined;
  const reason = itemList[chosen.tapIndex];
  return reason === another ? writtenReason() : reason;
}
