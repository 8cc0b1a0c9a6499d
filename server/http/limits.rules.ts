/** What is limited: what costs much or can be guessed at, and may be asked by somebody who has not signed in. */
export const limitNames = ['signIns', 'tickets', 'polls', 'codes', 'checks', 'reads'] as const;
export type LimitName = (typeof limitNames)[number];

const oneMinute = 60_000;

/** The requests of one asker since a moment. */
export interface Window {
  readonly from: number;
  readonly count: number;
}

/** The window after one more request at `now`, or how long she must wait. Instants in milliseconds. */
export function take(
  window: Window | undefined,
  allowed: number,
  now: number,
): { window: Window } | { waitMs: number } {
  // A window that begins in the future was opened before the clock was put back.
  const isOver = !window || now - window.from >= oneMinute || now < window.from;
  if (isOver) return { window: { from: now, count: 1 } };
  if (window.count >= allowed) return { waitMs: window.from + oneMinute - now };
  return { window: { from: window.from, count: window.count + 1 } };
}

/** Who stands behind an address: one IPv4 address, or the /64 that one household or office is given in IPv6. */
export function neighbourhoodOf(address: string): string {
  const inV6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (inV6) return inV6[1]!;
  if (!address.includes(':')) return address;
  const [before = '', after] = (address.split('%')[0] ?? '').split('::');
  const groups = before === '' ? [] : before.split(':');
  const behind = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length);
  const whole = [...groups, ...Array.from({ length: zeros }, () => '0'), ...behind];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** As one says it: 30秒, 5分钟. */
export function sayWait(waitMs: number): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return seconds < 60 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`;
}
