import Taro from '@tarojs/taro';
import { CallFailed } from './call';
import { token } from './session';

/** Where the phone has put a photograph of the server, to be shown. */
export async function fetchPhoto(path: string): Promise<string> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({
    url: `${process.env.TARO_APP_API ?? ''}${path}`,
    header: { authorization: `Bearer ${token() ?? ''}` },
  }).catch(() => {
    throw new CallFailed('phone.offline', '现在没有信号，请过一会儿再试。');
  });
  if (statusCode !== 200) throw new CallFailed('server.surprise', '照片没有打开，请过一会儿再试。');
  return tempFilePath;
}
