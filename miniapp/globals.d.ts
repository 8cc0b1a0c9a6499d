/// <reference types="@tarojs/taro" />

declare module '*.svg' {
  const address: string;
  export default address;
}

declare module '*.scss';

/** Filled in by the build. */
declare const process: {
  readonly env: {
    readonly TARO_ENV: 'weapp' | 'h5';
    readonly TARO_APP_API?: string;
    readonly TARO_APP_CLOUD?: string;
  };
};
