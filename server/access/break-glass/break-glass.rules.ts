import type { Refused } from '../../http/refusals';

const hour = 60 * 60 * 1000;

/** How long a county officer may look, and how often a day. */
export const lookingLastsMs = 3 * hour;
export const looksADay = 5;

/** The shortest reason that says anything. */
export const shortestReason = 10;

/** What may be read outside one's own region: files, needs, enrolments. Never a whole number, never a change. */
const readsBehindGlass: readonly string[] = ['women.read', 'women.list', 'needs.read', 'enrolments.read'];

export function isReadBehindGlass(action: string): boolean {
  return readsBehindGlass.includes(action);
}

/** Whether an officer of these counties may look into that county now. */
export function decideLook(
  regionCode: string,
  own: readonly string[],
  looksToday: number,
): { lastsMs: number } | Refused {
  if (own.some((county) => regionCode.startsWith(county))) return { refused: 'glass.ownRegion' };
  if (looksToday >= looksADay) return { refused: 'glass.tooMany' };
  return { lastsMs: lookingLastsMs };
}

const readThings: Readonly<Record<string, string>> = {
  '': '打开档案',
  'need-card': '看了想学什么',
  enrolments: '看了报名',
  assignment: '看了分配结果',
  notices: '看了通知',
};

/** What was read behind the glass, as it is put on record, by the route that gave it: `/api/women/:id/need-card`. */
export function sayRead(route: string): string {
  if (!route.includes('/women/:id')) return route.endsWith('/women') ? '在名单上看到' : '看了她能不能报班';
  return readThings[route.split('/women/:id')[1]!.replace('/', '')] ?? '看了她的情况';
}
