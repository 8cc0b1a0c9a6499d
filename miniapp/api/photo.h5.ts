import { CallFailed } from './call';
import { token } from './session';

const authorization = () => ({ authorization: `Bearer ${token() ?? ''}` });
const offline = () => new CallFailed('phone.offline', '现在没有信号，请过一会儿再试。');

/** Lets her choose one photograph and sends it; nothing happens when she chooses none. */
export async function sendPhoto(path: string): Promise<void> {
  const photo = await chosenFile();
  if (!photo) return;
  const body = new FormData();
  body.append('photo', photo);
  const url = `${process.env.TARO_APP_API ?? ''}${path}`;
  const answer = await fetch(url, { method: 'POST', headers: authorization(), body }).catch(() => {
    throw offline();
  });
  if (answer.ok) return;
  const refusal = (await answer.json().catch(() => ({}))) as { code?: string; message?: string };
  throw new CallFailed(
    refusal.code ?? 'server.surprise',
    refusal.message ?? '照片没有传上去，请过一会儿再试。',
  );
}

/** An address under which the browser shows a photograph of the server. */
export async function fetchPhoto(path: string): Promise<string> {
  const answer = await fetch(`${process.env.TARO_APP_API ?? ''}${path}`, { headers: authorization() }).catch(
    () => {
      throw offline();
    },
  );
  if (!answer.ok) throw new CallFailed('server.surprise', '照片没有打开，请过一会儿再试。');
  return URL.createObjectURL(await answer.blob());
}

function chosenFile(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.id = 'photo-input';
    input.style.display = 'none';
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    document.body.append(input);
    input.click();
    window.setTimeout(() => input.remove(), 60_000);
  });
}
