import type { PropsWithChildren } from 'react';
import { whenSignedOut } from './api/call';
import { signInByWechat } from './api/sign-in';
import './app.scss';

if (process.env.TARO_ENV === 'weapp') whenSignedOut(signInByWechat);

export default function App({ children }: PropsWithChildren) {
  return children;
}
