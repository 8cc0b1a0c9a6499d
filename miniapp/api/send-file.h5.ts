import { CallFailed } from './call';
import { token } from './session';

/** What may be chosen: a picture of any kind the browser knows, or files with these endings. */
export type Choice = 'picture' | readonly string[];

export interface SentFile<Answered> {
  readonly answer: Answered;
  /** As it was called on her own machine. */
  readonly name: string;
}

/** Lets her choose one file and sends it. Undefined when she chose none. */
export async function sendFile<Answered>(
  path: string,
  choice: Choice,
): Promise<SentFile<Answered> | undefined> {
  const file = await chosenFile(choice);
  if (!file) return undefined;
  const body = new FormData();
  body.append('file', file, file.name);
  const answer = await fetch(`${process.env.TARO_APP_API ?? ''}${path}`, {
    ...{ method: 'POST', headers: { authorization: `Bearer ${token() ?? ''}` }, body },
  }).catch(() => {
    throw new CallFailed('phone.offline', '现在没有信号，请过一会儿再试。');
  });
  const said = (await answer.json().catch(() => ({}))) as Answered & { code?: string; message?: string };
  if (!answer.ok)
    throw new CallFailed(said.code ?? 'server.surprise', said.message ?? '没有传上去，请过一会儿再试。');
  return { answer: said, name: file.name };
}

function chosenFile(choice: Choice): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'file-input';
    input.accept = choice === 'picture' ? 'image/*' : choice.map((ending) => `.${ending}`).join(',');
    input.style.display = 'none';
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    document.body.append(input);
    input.click();
    window.setTimeout(() => input.remove(), 60_000);
  });
}
