import Taro from '@tarojs/taro';
import type { components } from './schema';

export type Me = components['schemas']['MeView'];
type Role = components['schemas']['HeldRoleView']['role'];

const keys = { token: 'token', me: 'me', devices: 'devices' } as const;

/** What the phone keeps of the sign-in: the token and who she is. */
export function keepSession(token: string, me: Me): void {
  Taro.setStorageSync(keys.token, token);
  keepMe(me);
}

export function keepMe(me: Me): void {
  Taro.setStorageSync(keys.me, me);
}

/** Leaves nothing of the person on the phone that the next one could use. */
export function forgetSession(): void {
  Taro.removeStorageSync(keys.token);
  Taro.removeStorageSync(keys.me);
}

export function token(): string | undefined {
  return (Taro.getStorageSync(keys.token) as string) || undefined;
}

export function me(): Me | undefined {
  return (Taro.getStorageSync(keys.me) as Me | '') || undefined;
}

/** Whether the person who is signed in holds the role. */
export function isA(role: Role): boolean {
  return me()?.roles.some((held) => held.role === role) ?? false;
}

/** The region of the first staff role, for whom the office works. */
export function homeRegion(): string {
  return me()?.roles[0]?.regionCode ?? '';
}

/** What makes this browser known to an account; it stays when she leaves. */
export function deviceOf(login: string): string | undefined {
  return devices()[login.trim().toLowerCase()];
}

export function keepDevice(login: string, device: string): void {
  Taro.setStorageSync(keys.devices, { ...devices(), [login.trim().toLowerCase()]: device });
}

function devices(): Readonly<Record<string, string>> {
  return (Taro.getStorageSync(keys.devices) as Record<string, string> | '') || {};
}
