import { View } from '@tarojs/components';
import { Tag } from '../tag/tag';
import type { SideRow } from './model';
import './sides.scss';

interface SidesProps {
  readonly titles: readonly [first: string, second: string];
  readonly why: readonly string[];
  readonly isVeryNear: boolean;
  readonly rows: readonly SideRow[];
}

/** Two files side by side: why they are alike, and where they say different things, in words as well as by a thick line. */
export function Sides({ titles, why, isVeryNear, rows }: SidesProps) {
  return (
    <View className="sides">
      <View className="sides-why">
        <Tag tone={isVeryNear ? 'ask' : 'wait'}>{isVeryNear ? '很像' : '有些像'}</Tag>
        <View className="sides-reasons">{why.join('，')}</View>
      </View>
      <View className="sides-two sides-titles">
        {titles.map((title) => (
          <View key={title} className="sides-cell">
            {title}
          </View>
        ))}
      </View>
      {rows.map(({ name, first, second, differs }) => (
        <View key={name} className={`sides-row ${differs ? 'sides-apart' : ''}`}>
          <View className="sides-name">
            {name}
            {differs && <View className="sides-mark">≠ 不一样</View>}
          </View>
          <View className="sides-two">
            <View className="sides-cell">{first}</View>
            <View className="sides-cell">{second}</View>
          </View>
        </View>
      ))}
    </View>
  );
}
