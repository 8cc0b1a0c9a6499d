import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { join } from 'node:path';
import development from './dev';
import production from './prod';

const root = join(__dirname, '..');
/** The server's rules are shared with the phone; Taro compiles only folders that are named. */
const shared = [join(root, 'server')];

/** Taro's build of the mini-program, for WeChat and for the browser. Its CLI looks for this file here. */
export default defineConfig<'webpack5'>((merge) => {
  const isWeapp = process.env.TARO_ENV === 'weapp';
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'jinguo-training',
    sourceRoot: 'miniapp',
    outputRoot: isWeapp ? 'dist/weapp' : 'dist/h5',
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    // Sizes are written for a screen 375 wide and stay what they are: a larger screen shows more, not larger.
    designWidth: 375,
    deviceRatio: { 375: 1 },
    plugins: [],
    defineConstants: {},
    env: {
      // Where the phone finds the server; the browser asks the server that gave it the page.
      TARO_APP_API: JSON.stringify(isWeapp ? (process.env.TARO_APP_API ?? 'http://localhost:3000') : ''),
      // ENVIRONMENT/SERVICE of WeChat Cloud Hosting, where the phone goes by it instead.
      TARO_APP_CLOUD: JSON.stringify(isWeapp ? (process.env.TARO_APP_CLOUD ?? '') : ''),
    },
    mini: {
      compile: { include: shared },
      optimizeMainPackage: { enable: true },
      imageUrlLoaderOption: { limit: 1024 },
      postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false, config: {} } },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      compile: { include: shared },
      esnextModules: ['@tarojs'],
      imageUrlLoaderOption: { limit: 1024 },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: false, config: {} },
        cssModules: { enable: false, config: {} },
      },
      router: { mode: 'hash' },
    },
  };
  return merge({}, base, process.env.NODE_ENV === 'development' ? development : production);
});
