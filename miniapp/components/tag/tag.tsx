import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './tag.scss';

/** A state in a word: `good` is settled well, `ask` wants an answer, `wait` is under way, `still` is over. */
export type TagTone = 'good' | 'ask' | 'wait' | 'still';

export function Tag({ tone, children }: PropsWithChildren<{ tone: TagTone }>) {
  return <View className={`tag tag-${tone}`}>{children}</View>;
}
