import Taro from '@tarojs/taro';
import { routes } from '../routes';
import { call } from './call';
import { forgetSession, keepMe, keepSession, type Me } from './session';

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

/** Asks the server anew who is signed in, after her file was opened. */
export async function refreshMe(): Promise<Me> {
  const me = await call('GET /api/me');
  keepMe(me);
  return me;
}

export async function signOut(): Promise<void> {
  await call('DELETE /api/sign-ins/current').catch(() => undefined);
  forgetSession();
}

/** Where somebody's own work is. */
export function homeOf({ roles, womanId }: Me): string {
  const held = new Set(roles.map(({ role }) => role));
  if (held.has('trainer')) return routes.trainerToday();
  if (held.has('helper')) return routes.women();
  if (held.has('county_officer')) return routes.desk();
  if (held.has('city_officer') || held.has('editor')) return routes.drafts();
  return womanId ? routes.home() : routes.register();
}
