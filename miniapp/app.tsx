import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { whenSignedOut } from './api/call';
import { signInByWechat } from './api/sign-in';
import { helpTheBrowser } from './browser/browser';
import { sendCardWhenConnected } from './offline/card-waiting';
import { forgetOld } from './offline/kept';
import { watchPrivacy } from './permissions/privacy';
import './app.scss';

if (process.env.TARO_ENV === 'weapp') {
  whenSignedOut(signInByWechat);
  watchPrivacy();
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    helpTheBrowser();
    forgetOld();
    sendCardWhenConnected();
  });
  return children;
}
