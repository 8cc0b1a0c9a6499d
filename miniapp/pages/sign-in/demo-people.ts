import Taro from '@tarojs/taro';

/** Somebody a visitor of the demo can be. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly about: string;
}

const address = `${process.env.TARO_APP_API ?? ''}/api/demo/people`;

/** The demo's people; none where the server runs no demo, as in production. */
export async function demoPeople(): Promise<DemoPerson[]> {
  try {
    const { statusCode, data } = await Taro.request<DemoPerson[]>({ url: address });
    return statusCode === 200 ? data : [];
  } catch {
    return [];
  }
}

/** A login code for one of them, as WeChat would give it. */
export async function codeFor(key: string): Promise<string> {
  const { data } = await Taro.request<{ code: string }>({ url: `${address}/${key}/code`, method: 'POST' });
  return data.code;
}
