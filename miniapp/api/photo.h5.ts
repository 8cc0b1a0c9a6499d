import { CallFailed } from './call';
import { token } from './session';

/** An address under which the browser shows a photograph of the server. */
export async function fetchPhoto(path: string): Promise<string> {
  const answer = await fetch(`${process.env.TARO_APP_API ?? ''}${path}`, {
    headers: { authorization: `Bearer ${token() ?? ''}` },
  }).catch(() => {
    throw new CallFailed('phone.offline', '现在没有信号，请过一会儿再试。');
  });
  if (!answer.ok) throw new CallFailed('server.surprise', '照片没有打开，请过一会儿再试。');
  return URL.createObjectURL(await answer.blob());
}
