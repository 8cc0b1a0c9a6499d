import Taro from '@tarojs/taro';
import { withLeave } from '../permissions/ask';
import { CallFailed } from './call';
import { token } from './session';

/** What may be chosen: a picture of her album or camera, or files with these endings out of a chat. */
export type Choice = 'picture' | readonly string[];

export interface SentFile<Answered> {
  readonly answer: Answered;
  readonly name: string;
}

/** Lets her choose one file and sends it. Undefined when she chose none. */
export async function sendFile<Answered>(
  path: string,
  choice: Choice,
): Promise<SentFile<Answered> | undefined> {
  const file = await (choice === 'picture' ? chosenPicture() : chosenOf(choice).catch(() => undefined));
  if (!file) return undefined;
  const { statusCode, data } = await Taro.uploadFile({
    ...{ url: `${process.env.TARO_APP_API ?? ''}${path}`, filePath: file.path, name: 'file' },
    header: { authorization: `Bearer ${token() ?? ''}` },
  }).catch(() => {
    throw new CallFailed('phone.offline', '现在没有信号，请过一会儿再试。');
  });
  const said = answerIn<Answered>(data);
  if (statusCode >= 300 || !said)
    throw new CallFailed(said?.code ?? 'server.surprise', said?.message ?? '没有传上去，请过一会儿再试。');
  return { answer: said, name: file.name };
}

async function chosenPicture() {
  const chosen = await withLeave('photo', () =>
    Taro.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] }),
  );
  const picture = chosen?.tempFiles[0];
  return picture && { path: picture.tempFilePath, name: '图片.jpg' };
}

async function chosenOf(endings: readonly string[]) {
  const extension = [...endings];
  const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension });
  return tempFiles[0] && { path: tempFiles[0].path, name: tempFiles[0].name };
}

function answerIn<Answered>(body: string): (Answered & { code?: string; message?: string }) | undefined {
  try {
    return JSON.parse(body) as Answered & { code?: string; message?: string };
  } catch {
    return undefined;
  }
}
