const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Where somebody is signed in: on her own phone, or in a browser that others may use after her. */
export type SignInKind = 'wechat' | 'browser';

/** How long a sign-in holds at most, and how long without a request. */
const lasts: Readonly<Record<SignInKind, { atMostMs: number; idleMs: number }>> = {
  wechat: { atMostMs: 30 * day, idleMs: 30 * day },
  browser: { atMostMs: 7 * day, idleMs: 12 * hour },
};

/** How old the note of the last request may grow before it is written anew: seldom, since it costs a write. */
const noteEveryMs: Readonly<Record<SignInKind, number>> = { wechat: day, browser: 10 * minute };

export function endOf(kind: SignInKind, since: Date): Date {
  return new Date(since.getTime() + lasts[kind].atMostMs);
}

/** Whether a sign-in still holds. */
export function holds(
  { kind, expiresAt, lastSeenAt }: { kind: SignInKind; expiresAt: Date; lastSeenAt: Date },
  now: Date,
): boolean {
  return expiresAt > now && now.getTime() - lastSeenAt.getTime() < lasts[kind].idleMs;
}

/** Whether the last request must be written down now. */
export function wantsNote(kind: SignInKind, lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= noteEveryMs[kind];
}

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, '苹果手机'],
  [/HarmonyOS/, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
];

const programs: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/360SE|QihooBrowser|QHBrowser/, '360浏览器'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** What to call a phone or browser by what it says of itself; only our own words, so that nobody can put in hers. */
export function deviceNameOf(userAgent: string | undefined): string {
  const said = (table: typeof systems) => table.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  return [said(systems), said(programs)].filter((part) => part !== undefined).join(' · ') || '不知名的设备';
}
