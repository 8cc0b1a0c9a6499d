import Taro from '@tarojs/taro';

const normal = 16;

/** How much larger than normal the person has set the letters of WeChat; 1 in a browser, which scales by itself. */
export function fontScale(): number {
  if (process.env.TARO_ENV !== 'weapp') return 1;
  const { fontSizeScaleFactor, fontSizeSetting } = Taro.getAppBaseInfo() as {
    fontSizeScaleFactor?: number;
    fontSizeSetting?: number;
  };
  const scale = fontSizeScaleFactor ?? (fontSizeSetting ?? normal) / normal;
  return Math.min(1.6, Math.max(1, scale));
}
