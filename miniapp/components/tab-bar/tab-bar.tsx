import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import batchesOff from '../../pictures/tab-courses-off.svg';
import batchesOn from '../../pictures/tab-courses-on.svg';
import homeOff from '../../pictures/tab-home-off.svg';
import homeOn from '../../pictures/tab-home-on.svg';
import mineOff from '../../pictures/tab-mine-off.svg';
import mineOn from '../../pictures/tab-mine-on.svg';
import needOff from '../../pictures/tab-need-off.svg';
import needOn from '../../pictures/tab-need-on.svg';
import { routes } from '../../routes';
import './tab-bar.scss';

const tabs = [
  { key: 'home', name: '首页', url: routes.home(), on: homeOn, off: homeOff },
  { key: 'need', name: '想学', url: routes.need(), on: needOn, off: needOff },
  { key: 'batches', name: '课程', url: routes.batches(), on: batchesOn, off: batchesOff },
  { key: 'mine', name: '我的', url: routes.mine(), on: mineOn, off: mineOff },
] as const;

export type TabKey = (typeof tabs)[number]['key'];

/** A woman's four rooms, always at the foot. The page says which one it is. */
export function TabBar({ chosen }: { chosen: TabKey }) {
  return (
    <View className="tab-bar" aria-role="tablist" aria-label="四个页面">
      {tabs.map(({ key, name, url, on, off }) => (
        <View
          key={key}
          id={`to-${key}`}
          className={`tab-bar-one ${key === chosen ? 'tab-bar-on' : ''}`}
          onClick={() => void Taro.switchTab({ url })}
          aria-role="tab"
          aria-selected={key === chosen}
          aria-label={name}
        >
          <Image className="tab-bar-picture" src={key === chosen ? on : off} mode="aspectFit" />
          <View className="tab-bar-name">{name}</View>
        </View>
      ))}
    </View>
  );
}
