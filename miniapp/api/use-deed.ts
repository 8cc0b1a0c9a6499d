import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { sentenceOf } from './use-answer';

/**
 * Runs something that changes the world, once at a time: while it runs, further taps do nothing.
 * A failure is said in its own sentence.
 */
export function useDeed(): { isBusy: boolean; does: (deed: () => Promise<void>) => void } {
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);
  const does = (deed: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    deed()
      .catch((error: unknown) =>
        Taro.showModal({
          title: '没有办成',
          content: sentenceOf(error),
          showCancel: false,
          confirmText: '知道了',
        }),
      )
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  };
  return { isBusy, does };
}
