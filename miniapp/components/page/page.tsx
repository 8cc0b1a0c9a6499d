import { Button, Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { CSSProperties, PropsWithChildren, ReactNode } from 'react';
import type { Asking } from '../../api/use-answer';
import { KeptNote, Waiting } from './waiting';
import empty from '../../pictures/empty.svg';
import troublePicture from '../../pictures/trouble.svg';
import { mayLeave } from '../../leaving';
import { goBack, goInstead, here, routes } from '../../routes';
import { Privacy } from '../privacy/privacy';
import { fontScale } from './font-scale';
import './page.scss';

interface PageProps {
  /** Shown as the header in a browser; WeChat draws its own. */
  readonly title: string;
  /** A tab has no way back. */
  readonly isTab?: boolean;
  /** What stays at the foot of the screen: the one main action. */
  readonly foot?: ReactNode;
}

/** The frame of every page: the header where the platform has none, the body, and the main action at the foot. */
export function Page({ title, isTab = false, foot, children }: PropsWithChildren<PageProps>) {
  const style = { '--font-scale': fontScale() } as CSSProperties;
  return (
    <View className={`page ${foot ? 'page-with-foot' : ''} ${isTab ? 'page-tab' : ''}`} style={style}>
      {process.env.TARO_ENV === 'h5' && <Header title={title} isTab={isTab} />}
      <View className="page-body" aria-role="main">
        {children}
      </View>
      {foot && <View className="page-foot">{foot}</View>}
      {process.env.TARO_ENV === 'weapp' && <Privacy />}
    </View>
  );
}

function Header({ title, isTab }: { title: string; isTab: boolean }) {
  return (
    <View className="page-header">
      {!isTab && (
        <Button
          className="page-back"
          onClick={() => void mayLeave().then((may) => may && goBack())}
          aria-label="返回"
        >
          ‹
        </Button>
      )}
      <View className="page-title" aria-role="heading" aria-level="1" {...{ tabIndex: -1 }}>
        {title}
      </View>
    </View>
  );
}

interface AnsweredProps<Data> {
  readonly asking: Asking<Data>;
  /** Whether the answer has nothing to show, and what to say then. */
  readonly isEmpty?: (data: Data) => boolean;
  readonly emptySays?: string;
  readonly emptyAction?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The three states of every page, drawn once: asking, trouble with a way to try again, nothing there. */
export function Answered<Data>({
  asking,
  isEmpty,
  emptySays = '这里还没有内容。',
  emptyAction,
  children,
}: AnsweredProps<Data>) {
  const { data, trouble, mustSignIn, last, again } = asking;
  if (trouble !== undefined) {
    return (
      <View className="state" id="trouble" aria-role="alert">
        <Image className="state-picture" src={troublePicture} mode="aspectFit" />
        <View className="state-says">{trouble}</View>
        <Button
          className="state-button"
          id="again"
          onClick={mustSignIn ? () => goInstead(routes.signIn(here())) : again}
        >
          {mustSignIn ? '去登录' : '再试一次'}
        </Button>
      </View>
    );
  }
  if (data === undefined) {
    return <Waiting />;
  }
  if (isEmpty?.(data)) {
    return (
      <View className="state" id="empty">
        <Image className="state-picture" src={empty} mode="aspectFit" />
        <View className="state-says">{emptySays}</View>
        {emptyAction}
      </View>
    );
  }
  return (
    <>
      {last && <KeptNote last={last} again={again} />}
      {children(data)}
    </>
  );
}

/** One short line that goes away by itself. */
export function say(sentence: string): void {
  void Taro.showToast({ title: sentence, icon: 'none', duration: 2500 });
}
