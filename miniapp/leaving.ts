import Taro, { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

const question = '填的还没有保存，真的离开吗？';

/** Whether the page on top holds something unsaved, by the page's own say. */
let isHeld = false;

/**
 * Asks once before the back gesture throws away what she filled in. WeChat asks by itself where its base library can
 * (2.12.0); in a browser our own way back asks, and the browser when the tab is closed.
 */
export function useUnsaved(isUnsaved: boolean): void {
  const wanted = useRef(isUnsaved);
  wanted.current = isUnsaved;
  // A form that goes away inside a page that stays lets go of its own hold, and of no other.
  useEffect(() => {
    hold(isUnsaved);
    return isUnsaved ? () => hold(false) : undefined;
  }, [isUnsaved]);
  useDidShow(() => hold(wanted.current));
  useDidHide(() => hold(false));
  useUnload(() => hold(false));
}

function hold(isUnsaved: boolean): void {
  if (isHeld === isUnsaved) return;
  isHeld = isUnsaved;
  if (process.env.TARO_ENV === 'h5') {
    window.onbeforeunload = isUnsaved ? (event) => event.preventDefault() : null;
    return;
  }
  if (!Taro.canIUse('enableAlertBeforeUnload')) return;
  if (isUnsaved) Taro.enableAlertBeforeUnload({ message: question });
  else Taro.disableAlertBeforeUnload({});
}

/** Whether she may leave: asked where the platform does not ask. */
export async function mayLeave(): Promise<boolean> {
  if (!isHeld || process.env.TARO_ENV === 'weapp') return true;
  const { confirm } = await Taro.showModal({
    title: '还没有保存',
    content: question,
    confirmText: '离开',
    cancelText: '接着填',
  });
  if (confirm) hold(false);
  return confirm;
}
