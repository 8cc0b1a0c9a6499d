const minute = 60_000;

/** After the last failure that costs nothing: half a minute, 1, 2, 5, 15 minutes, and never longer. */
const waits = [minute / 2, minute, 2 * minute, 5 * minute, 15 * minute] as const;

/** Failures older than this are forgotten. */
export const forgottenAfterMs = 24 * 60 * minute;

/** Whose failures are counted, and from which of them on the next try must wait. */
export const waitsFrom = {
  /** A browser that has signed in to this account before: its own failures only. */
  device: 5,
  /** One name from one address. */
  address: 5,
  /** One name from anywhere unknown; higher, so that a few mistakes of her own on two computers do not add up. */
  anywhere: 20,
  /** Somebody signed in who says her password again. */
  herself: 5,
} as const;

export type Counted = keyof typeof waitsFrom;

/** How long the next try must still wait, in milliseconds; 0 when it may be made. */
export function waitOf(kind: Counted, failures: number, lastAt: Date, now: Date): number {
  const over = failures - waitsFrom[kind];
  const since = now.getTime() - lastAt.getTime();
  if (over < 0 || since >= forgottenAfterMs) return 0;
  // A clock that was put back must not lock anybody out until it catches up.
  return Math.max(0, waits[Math.min(over, waits.length - 1)]! - Math.max(0, since));
}

/** The count after one more try; a day of quiet begins it anew. */
export function countTry(failures: number, lastAt: Date, now: Date): number {
  return now.getTime() - lastAt.getTime() >= forgottenAfterMs ? 1 : failures + 1;
}
