import { isLogin, shortestPassword } from '../../../server/accounts/credentials/passwords.rules';

export interface PasswordDraft {
  readonly login: string;
  readonly password: string;
  readonly again: string;
}

/** What can be sent, or the first thing that is missing, in words for the button. The server decides in the end. */
export function entryOf({ login, password, again }: PasswordDraft): {
  entry?: { login: string; password: string };
  missing?: string;
} {
  const name = login.trim().toLowerCase();
  if (name === '') return { missing: '请起登录名' };
  if (!isLogin(name)) return { missing: '登录名要小写字母开头，三位以上' };
  if ([...password].length < shortestPassword) return { missing: `密码至少${shortestPassword}位` };
  if (again !== password) return { missing: '两遍密码不一样' };
  return { entry: { login: name, password } };
}
