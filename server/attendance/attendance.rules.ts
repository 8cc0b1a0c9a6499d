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
  readonly markedAt: Date | string;
}

/**
 * The standing of one woman in one session: what the latest mark says, by the time on the phone, then by id.
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
  const difference = new Date(one.markedAt).getTime() - new Date(other.markedAt).getTime();
  return difference === 0 ? one.id > other.id : difference > 0;
}

/** Present and late count as attended: one person-time (人次) each; leave and absence do not. */
export function isAttended(standing: Standing | null): boolean {
  return standing === 'present' || standing === 'late';
}

/** At most this many marks go in one request. */
export const marksAtOnce = 200;
