import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { sentenceOf } from './use-answer';

interface Deed {
  readonly isBusy: boolean;
  readonly does: (deed: () => Promise<void>) => void;
  readonly refused: string | undefined;
}

/**
 * Runs something that changes the world, once at a time: while it runs, further taps do nothing.
 * A failure is said in its own sentence, and stays in `refused` until the next try: a page with much to fill in shows it
 * where it is mended.
 */
export function useDeed(): Deed {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const running = useRef(false);
  const does = (deed: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setRefused(undefined);
    deed()
      .catch((error: unknown) => {
        setRefused(sentenceOf(error));
        return Taro.showModal({
          title: '没有办成',
          content: sentenceOf(error),
          showCancel: false,
          confirmText: '知道了',
        });
      })
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  };
  return { isBusy, does, refused };
}
