import Taro from '@tarojs/taro';

/**
 * The other road to the server: WeChat Cloud Hosting (微信云托管) carries the call itself, without a domain.
 * `TARO_APP_CLOUD=ENVIRONMENT/SERVICE` at the build chooses it. Limits: 100 KiB of text or 20 MiB of bytes on the
 * way there, 1000 KiB on the way back; base library 2.23 or newer.
 */
const [environment = '', service = ''] = (process.env.TARO_APP_CLOUD ?? '').split('/');

export const goesByCloud = environment !== '' && service !== '';

interface CloudCall {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly header?: Readonly<Record<string, string>>;
  readonly data?: string | ArrayBuffer;
  readonly timeout?: number;
  readonly responseType?: 'arraybuffer';
}

let isReady = false;

/** One call by the cloud's own road; it fails as `wx.request` fails. */
export async function callCloud(call: CloudCall): Promise<{ statusCode: number; data: unknown }> {
  if (!isReady) Taro.cloud.init({ env: environment });
  isReady = true;
  const header = { ...call.header, 'X-WX-SERVICE': service };
  return Taro.cloud.callContainer({ ...call, config: { env: environment }, header } as CloudParameters);
}

type CloudParameters = Parameters<typeof Taro.cloud.callContainer>[0];
