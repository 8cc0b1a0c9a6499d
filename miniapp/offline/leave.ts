import Taro from '@tarojs/taro';
import { signOut } from '../api/sign-in';
import { cardWaiting, sendWaitingCard } from './card-waiting';
import { countUnsent, outbox, sync } from './sync';

/**
 * Signs out and takes everything of hers off this phone. What has not been sent is sent first; where there is no signal
 * she is asked, since it would be lost.
 *
 * @returns whether she has left.
 */
export async function leave(): Promise<boolean> {
  if (countUnsent(outbox()) > 0) await sync().catch(() => undefined);
  if (cardWaiting()) await sendWaitingCard().catch(() => undefined);
  const unsent = countUnsent(outbox()) + (cardWaiting() ? 1 : 0);
  if (unsent > 0 && !(await isSure(unsent))) return false;
  await signOut();
  return true;
}

async function isSure(unsent: number): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: '还有没发出去的',
    content: `${unsent}条还在手机里，没有发出去。现在退出，这些就没有了。`,
    cancelText: '先不退',
    confirmText: '还是退出',
  });
  return confirm;
}
