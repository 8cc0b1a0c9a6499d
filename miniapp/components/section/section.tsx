import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './section.scss';

interface SectionProps {
  readonly title: string;
  /** A way to more of the same. */
  readonly more?: string;
  readonly onMore?: () => void;
}

export function Section({ title, more, onMore, children }: PropsWithChildren<SectionProps>) {
  return (
    <View className="section">
      <View className="section-head">
        <View className="section-title" aria-role="heading" aria-level="2">
          {title}
        </View>
        {more && (
          <View className="section-more" onClick={onMore} aria-role="link">
            {more} ›
          </View>
        )}
      </View>
      {children}
    </View>
  );
}
