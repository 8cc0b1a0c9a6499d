import Taro from '@tarojs/taro';
import { forgetHers } from '../offline/storage';
import { routes } from '../routes';
import { call, type Answer } from './call';
import { deviceOf, forgetSession, keepDevice, keepMe, keepSession, type Me } from './session';

/** Signs in with a code of `wx.login`, and remembers who she is. */
export async function signInWith(code: string): Promise<Me> {
  const { token, me } = await call('POST /api/sign-ins', { body: { code } });
  keepSession(token, me);
  return me;
}

/** In WeChat: asks it for a code, then signs in. */
export async function signInByWechat(): Promise<Me> {
  const { code } = await Taro.login();
  return signInWith(code);
}

/** Signs staff in by login name and password, and by a code of the phone where the account wants one. */
export async function signInByPassword(login: string, password: string, code?: string): Promise<Me> {
  const body = { login, password, ...(code && { code }), device: deviceOf(login) };
  const signedIn = await call('POST /api/password-sign-ins', { body });
  return keepBrowser(signedIn, login);
}

/** Remembers a sign-in of this browser, and that the account knows the browser. */
export async function keepBrowser(
  { token, me, device }: Answer<'POST /api/password-sign-ins'>,
  login?: string,
): Promise<Me> {
  keepSession(token, me);
  const name = login ?? (await call('GET /api/credentials')).login;
  if (device && name) keepDevice(name, device);
  return me;
}

/** Asks the server anew who is signed in, after her file was opened. */
export async function refreshMe(): Promise<Me> {
  const me = await call('GET /api/me');
  keepMe(me);
  return me;
}

/** Leaves nothing of her on this phone, neither what was kept nor what waited: ask `leave` first. */
export async function signOut(): Promise<void> {
  await call('DELETE /api/sign-ins/current').catch(() => undefined);
  forgetHers();
  forgetSession();
}

/** Where somebody's own work is. */
export function homeOf({ roles, womanId }: Me): string {
  const held = new Set(roles.map(({ role }) => role));
  if (held.has('trainer')) return routes.trainerToday();
  if (held.has('helper')) return routes.women();
  if (held.has('county_officer')) return routes.desk();
  if (held.has('city_officer') || held.has('editor')) return routes.drafts();
  if (held.has('auditor')) return routes.records();
  return womanId ? routes.home() : routes.register();
}
