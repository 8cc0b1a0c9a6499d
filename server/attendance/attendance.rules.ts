import { endOf, startOf, type Day } from '../calendar/days.rules';

/** Used on both sides: the phone shows at once what the server will say. */
export const markKinds = ['present', 'late', 'leave', 'absent', 'undone'] as const;
export type MarkKind = (typeof markKinds)[number];

/** What a woman's standing in a session can be; `undone` leaves none. */
export type Standing = Exclude<MarkKind, 'undone'>;

export const standingNames: Readonly<Record<Standing, string>> = {
  present: '到了',
  late: '晚到',
  leave: '请假',
  absent: '没来',
};

export interface TimedMark {
  readonly id: string;
  readonly kind: MarkKind;
  /** By the server's clock; on the phone, where there is no other, by the phone's. */
  readonly madeAt: Date | string;
}

/**
 * The standing of one woman in one session: what the latest mark says, by the time it was made, then by id.
 * The same marks give the same standing in any order and with any repetition.
 */
export function standingOf(marks: readonly TimedMark[]): Standing | null {
  const latest = marks.reduce<TimedMark | undefined>(
    (last, mark) => (last && isLater(last, mark) ? last : mark),
    undefined,
  );
  return latest === undefined || latest.kind === 'undone' ? null : latest.kind;
}

function isLater(one: TimedMark, other: TimedMark): boolean {
  const difference = new Date(one.madeAt).getTime() - new Date(other.madeAt).getTime();
  return difference === 0 ? one.id > other.id : difference > 0;
}

/** Present and late count as attended: one person-time (人次) each; leave and absence do not. */
export function isAttended(standing: Standing | null): boolean {
  return standing === 'present' || standing === 'late';
}

/**
 * When a mark was made, by the server's clock, whatever the phone's says: as long before it arrived as it had waited on
 * the phone. Never after it arrived, and never before the day of its half day.
 */
export function madeAtOf(
  { markedAt, sentAt }: { readonly markedAt: Date; readonly sentAt: Date },
  { receivedAt, heldOn }: { readonly receivedAt: Date; readonly heldOn: Day },
): Date {
  const waited = Math.max(0, sentAt.getTime() - markedAt.getTime());
  const made = Math.max(receivedAt.getTime() - waited, startOf(heldOn).getTime());
  return new Date(Math.min(made, receivedAt.getTime()));
}

/**
 * The instant for the next tap: a phone's clock may be set back between two taps, but the second tap stays the second.
 *
 * @param last milliseconds of the tap before, 0 where there was none.
 */
export function nextTap(last: number, now: number): number {
  return Math.max(now, last + 1);
}

/** A half day closes at midnight: what is marked after that is a correction and says why. */
export function isAfterClosing(heldOn: Day, madeAt: Date): boolean {
  return madeAt >= endOf(heldOn);
}

/** Leave and what is taken back always say why, and so does every correction. */
export function needsReason(kind: MarkKind, isCorrection: boolean): boolean {
  return isCorrection || kind === 'leave' || kind === 'undone';
}

/** Reasons that are one tap; anything else is written. */
export const usualReasons = {
  leave: ['身体不舒服', '家里有事', '照顾老人孩子', '农活忙'],
  undone: ['点错了', '点成别人了'],
  correction: ['照纸质签到表补', '当天点错了', '当天漏点了'],
} as const;

/** At most this many marks go in one request. */
export const marksAtOnce = 200;
