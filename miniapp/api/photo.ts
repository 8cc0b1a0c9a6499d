import Taro from '@tarojs/taro';
import { withLeave } from '../permissions/ask';
import { CallFailed } from './call';
import { token } from './session';

const offline = () => new CallFailed('phone.offline', '现在没有信号，请过一会儿再试。');
const authorization = () => `Bearer ${token() ?? ''}`;

/** Lets her take or choose one photograph and sends it. Undefined when she chose none. */
export async function sendPhoto(path: string): Promise<void> {
  const chosen = await withLeave('photo', () =>
    Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] }),
  );
  const filePath = chosen?.tempFiles[0]?.tempFilePath;
  if (filePath === undefined) return;
  const url = `${process.env.TARO_APP_API ?? ''}${path}`;
  const { statusCode, data } = await Taro.uploadFile({
    ...{ url, filePath, name: 'photo', header: { authorization: authorization() } },
  }).catch(() => {
    throw offline();
  });
  if (statusCode >= 300) throw refusalIn(data);
}

/** Where the phone has put a photograph of the server, to be shown. */
export async function fetchPhoto(path: string): Promise<string> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({
    url: `${process.env.TARO_APP_API ?? ''}${path}`,
    header: { authorization: authorization() },
  }).catch(() => {
    throw offline();
  });
  if (statusCode !== 200) throw new CallFailed('server.surprise', '照片没有打开，请过一会儿再试。');
  return tempFilePath;
}

function refusalIn(body: string): CallFailed {
  try {
    const { code, message } = JSON.parse(body) as { code: string; message: string };
    return new CallFailed(code, message);
  } catch {
    return new CallFailed('server.surprise', '照片没有传上去，请过一会儿再试。');
  }
}
