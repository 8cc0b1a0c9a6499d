import Taro from '@tarojs/taro';
import { CallFailed } from './call';
import { token } from './session';

/** Fetches a file of the server and opens it, so that she can look at it or send it on from WeChat. */
export async function download(path: string): Promise<void> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({
    url: `${process.env.TARO_APP_API ?? ''}${path}`,
    header: { authorization: `Bearer ${token() ?? ''}` },
  }).catch(() => {
    throw new CallFailed('phone.offline', '现在没有信号，请过一会儿再试。');
  });
  if (statusCode !== 200) throw new CallFailed('server.surprise', '没有下载成，请过一会儿再试。');
  await Taro.openDocument({ filePath: tempFilePath, showMenu: true });
}
