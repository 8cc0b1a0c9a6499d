import Taro, { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { whenSignedOut } from './api/call';
import { signInByWechat } from './api/sign-in';
import { helpTheBrowser } from './browser/browser';
import { sendWaitingCard } from './offline/card-waiting';
import { forgetOld } from './offline/kept';
import { sync } from './offline/sync';
import { watchPrivacy } from './permissions/privacy';
import './app.scss';

if (process.env.TARO_ENV === 'weapp') {
  whenSignedOut(signInByWechat);
  watchPrivacy();
}

/** What waits on the phone goes out on whatever page she is: when the app comes up, and when the signal is back. */
function sendWhatWaits(): void {
  sync().catch(() => undefined);
  sendWaitingCard().catch(() => undefined);
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    helpTheBrowser();
    forgetOld();
    Taro.onNetworkStatusChange(({ isConnected }) => isConnected && sendWhatWaits());
  });
  useDidShow(sendWhatWaits);
  return children;
}
