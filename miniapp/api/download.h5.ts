import { CallFailed } from './call';
import { token } from './session';

/** Fetches a file of the server and lets the browser keep it under the name that the server gave it. */
export async function download(path: string): Promise<void> {
  const answer = await fetch(`${process.env.TARO_APP_API ?? ''}${path}`, {
    headers: { authorization: `Bearer ${token() ?? ''}` },
  }).catch(() => {
    throw new CallFailed('phone.offline', '现在没有信号，请过一会儿再试。');
  });
  if (!answer.ok) throw new CallFailed('server.surprise', '没有下载成，请过一会儿再试。');
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = decodeURIComponent(named?.[1] ?? '名单.xlsx');
  link.click();
  URL.revokeObjectURL(link.href);
}
