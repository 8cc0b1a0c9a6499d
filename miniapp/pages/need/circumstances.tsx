import { View } from '@tarojs/components';
import { Choice } from '../../components/choice/choice';
import type { Draft } from './model';

interface CircumstancesProps {
  readonly draft: Draft;
  readonly change: (next: Draft) => void;
}

/** The last screen: what a course must heed of her, each answer one tap. */
export function Circumstances({ draft, change }: CircumstancesProps) {
  const one = <Key extends keyof Draft>(key: Key, value: Draft[Key], id: string, name: string) => (
    <Choice
      id={id}
      shape="small"
      name={name}
      isChosen={draft[key] === value}
      onTap={() => change({ ...draft, [key]: value })}
    />
  );
  return (
    <>
      <View className="need-ask">上课时孩子要有人看吗？</View>
      <View className="need-grid need-grid-2">
        {one('needsChildCare', true, 'care-yes', '要')}
        {one('needsChildCare', false, 'care-no', '不用')}
      </View>
      <View className="need-ask">哪天方便？</View>
      <View className="need-grid need-grid-3">
        {one('dayKind', 'any', 'day-any', '都行')}
        {one('dayKind', 'weekday', 'day-weekday', '平日')}
        {one('dayKind', 'weekend', 'day-weekend', '周末')}
      </View>
      <View className="need-ask">同样的课，有好几个班呢？</View>
      <View className="need-grid need-grid-2">
        {one('nearestFirst', false, 'nearest-no', '哪个班都行')}
        {one('nearestFirst', true, 'nearest-yes', '先要离家近的')}
      </View>
      <View className="need-ask">认字吗？</View>
      <View className="need-grid need-grid-3">
        {one('reading', 0, 'reading-0', '不认字')}
        {one('reading', 1, 'reading-1', '认一些')}
        {one('reading', 2, 'reading-2', '认得多')}
      </View>
      <View className="need-ask">能干重活吗？</View>
      <View className="need-grid need-grid-2">
        {one('isBodyLimited', false, 'body-well', '能')}
        {one('isBodyLimited', true, 'body-limited', '不太能')}
      </View>
    </>
  );
}
