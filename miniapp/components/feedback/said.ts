import { sayDate, sayDay, type Day } from '../../../server/calendar/days.rules';
import {
  leavingReasonNames,
  opinionNames,
  opinions,
  whyNames,
  type LeavingReason,
  type Opinion,
  type Why,
} from '../../../server/feedback/feedback.rules';
import type { EnrolmentState } from '../../../server/enrolments/enrolments.rules';
import { countPast, reasonsInOrder, type PastCount } from '../../../server/feedback/past/past.rules';

/** What one woman said of one batch. */
export interface Said {
  readonly opinion: Opinion | null;
  readonly why: Why | null;
  readonly reason: LeavingReason | null;
  readonly isUnfinished: boolean;
}

/** 说很有用：能挣钱 · 没学完：农忙; nothing where she has said nothing. */
export function saySaid({ opinion, why, reason, isUnfinished }: Said): string {
  return [
    ...(opinion ? [`说${opinionNames[opinion]}${why ? `：${whyNames[why]}` : ''}`] : []),
    ...(isUnfinished ? [`没学完：${reason ? leavingReasonNames[reason] : '没说原因'}`] : []),
  ].join(' · ');
}

/** What a list of women can be narrowed to, each with how many it leaves; the first is everybody. */
export function kindsOf(women: readonly Said[]): [kind: string, name: string][] {
  const reasons = women.flatMap(({ reason, isUnfinished }) => (isUnfinished && reason ? [reason] : []));
  const counted = { ...countPast([]).reasons };
  for (const reason of reasons) counted[reason] += 1;
  const narrowing = [
    ['unfinished', '没学完'],
    ...reasonsInOrder(counted).map(([reason]) => [`left-${reason}`, leavingReasonNames[reason]]),
    ...opinions.map((opinion) => [`said-${opinion}`, opinionNames[opinion]]),
  ] as [string, string][];
  return [
    ['', `全部${women.length}`],
    ...narrowing.flatMap(([kind, name]): [string, string][] => {
      const left = women.filter((woman) => isOfKind(woman, kind)).length;
      return left > 0 ? [[kind, `${name}${left}`]] : [];
    }),
  ];
}

export function isOfKind({ opinion, reason, isUnfinished }: Said, kind: string): boolean {
  if (kind === '') return true;
  if (kind === 'unfinished') return isUnfinished;
  return kind === `said-${opinion}` || (isUnfinished && kind === `left-${reason}`);
}

/** 2026年10月8日到10月12日; the day alone where it is one. */
export function sayDays({ startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day }): string {
  if (startsOn === endsOn) return sayDate(startsOn);
  const isOneYear = startsOn.slice(0, 4) === endsOn.slice(0, 4);
  return `${sayDate(startsOn)}到${isOneYear ? sayDay(endsOn) : sayDate(endsOn)}`;
}

/** The same numbers as the server's, of a list that is on the screen. */
export function countSaid(
  women: readonly (Said & { readonly state: EnrolmentState })[],
  over: boolean,
): PastCount {
  return countPast(
    women.map(({ state, opinion, reason }) => ({ state, isOver: over, opinion, reason, times: 1 })),
  );
}
