import Taro from '@tarojs/taro';
import { withinBounds } from './font-bounds';

const normal = 16;

/** How much larger than normal the person has set the letters of WeChat. */
export function fontScale(): number {
  const { fontSizeScaleFactor, fontSizeSetting } = Taro.getAppBaseInfo() as {
    fontSizeScaleFactor?: number;
    fontSizeSetting?: number;
  };
  return withinBounds(fontSizeScaleFactor ?? (fontSizeSetting ?? normal) / normal);
}
