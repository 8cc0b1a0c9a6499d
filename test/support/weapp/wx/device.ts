import type { Area, Host } from './host';

const screen = {
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 748,
  statusBarHeight: 20,
  screenTop: 64,
  safeArea: { left: 0, right: 375, top: 20, bottom: 812, width: 375, height: 792 },
};
const handset = {
  brand: 'HONOR',
  model: 'KSA-AL00',
  system: 'Android 10',
  platform: 'android',
  benchmarkLevel: 8,
};

/** What the app may know of the phone and of WeChat: an old Android phone with a recent WeChat. */
export function device({ phone, launched }: Host): Area {
  const base = () => ({
    SDKVersion: '3.7.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    host: { env: 'WeChat' },
    fontSizeSetting: Math.round(16 * phone.fontSizeScaleFactor),
    fontSizeScaleFactor: phone.fontSizeScaleFactor,
  });
  const all = () => ({ ...screen, ...handset, ...base() });
  const networkType = () => ({
    networkType: phone.isConnected ? (phone.signal === 'slow' ? '3g' : 'wifi') : 'none',
  });
  return {
    now: {
      getSystemInfoSync: all,
      getWindowInfo: () => screen,
      getDeviceInfo: () => handset,
      getAppBaseInfo: base,
      getSystemSetting: () => ({
        bluetoothEnabled: false,
        locationEnabled: true,
        wifiEnabled: true,
        deviceOrientation: 'portrait',
      }),
      getAppAuthorizeSetting: () => ({}),
      getAccountInfoSync: () => ({ miniProgram: { appId: 'wxtest', envVersion: 'develop', version: '' } }),
      getLaunchOptionsSync: () => launched,
      getEnterOptionsSync: () => launched,
      getMenuButtonBoundingClientRect: () => ({
        width: 87,
        height: 32,
        top: 24,
        right: 365,
        bottom: 56,
        left: 278,
      }),
      canIUse: (what: string) => phone.answers.canIUse(what),
    },
    later: {
      getSystemInfo: all,
      getSystemInfoAsync: all,
      getNetworkType: networkType,
      preloadSubpackage: () => undefined,
      loadFontFace: () => undefined,
    },
    asIs: {
      env: { USER_DATA_PATH: 'http://usr' },
      reportAnalytics: () => undefined,
      getUpdateManager: () => ({
        onCheckForUpdate() {},
        onUpdateReady() {},
        onUpdateFailed() {},
        applyUpdate() {},
      }),
    },
  };
}
