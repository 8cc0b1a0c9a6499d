import { dayOf, daysLater, monthLater, monthOf, type Day } from '../../calendar/days.rules';
import type { EnrolmentState } from '../../enrolments/enrolments.rules';
import { families, type Family } from '../../needs/families.rules';
import {
  isUnfinished,
  leavingReasonNames,
  leavingReasons,
  leftStates,
  opinionNames,
  opinions,
  stayedStates,
  type LeavingReason,
  type Opinion,
} from '../feedback.rules';

/** Whoever had a seat or gave one up is counted; who never got one is not. */
export const countedStates: readonly EnrolmentState[] = [...stayedStates, ...leftStates];

/** Sign-ups that are alike in everything that is told apart, and how many they are. */
export interface PastGroup {
  readonly state: EnrolmentState;
  /** The last session is past. */
  readonly isOver: boolean;
  /** Her newest answers. */
  readonly reason: LeavingReason | null;
  readonly opinion: Opinion | null;
  readonly times: number;
}

/** What became of sign-ups, in person-times (人次): a woman in two batches is two of them. */
export interface PastCount {
  signedUp: number;
  /** Gave up, dropped out, or did not come to the end. */
  unfinished: number;
  /** Of these, by what they said; the rest said nothing. */
  reasons: Record<LeavingReason, number>;
  opinions: Record<Opinion, number>;
}

export interface PastCell extends PastCount {
  readonly regionCode: string;
  readonly family: Family;
}

const zeros = <Key extends string>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;

export function countPast(groups: readonly PastGroup[]): PastCount {
  const count: PastCount = {
    ...{ signedUp: 0, unfinished: 0 },
    ...{ reasons: zeros(leavingReasons), opinions: zeros(opinions) },
  };
  for (const { state, isOver, reason, opinion, times } of groups) {
    count.signedUp += times;
    if (opinion && stayedStates.includes(state)) count.opinions[opinion] += times;
    if (!isUnfinished(state, isOver, reason)) continue;
    count.unfinished += times;
    if (reason) count.reasons[reason] += times;
  }
  return count;
}

/** The same for each area and family, in the order of their codes and of the families. */
export function foldPast(
  groups: readonly (PastGroup & { readonly area: string; readonly family: Family })[],
): PastCell[] {
  const cells = new Map<string, { regionCode: string; family: Family; groups: PastGroup[] }>();
  for (const group of groups) {
    const key = `${group.area} ${families.indexOf(group.family)}`;
    const cell = cells.get(key) ?? { regionCode: group.area, family: group.family, groups: [] };
    cell.groups.push(group);
    cells.set(key, cell);
  }
  return [...cells]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { regionCode, family, groups: hers }]) => ({ regionCode, family, ...countPast(hers) }));
}

export interface Period {
  /** Batches that began from this day until that one, both included. */
  readonly from: Day;
  readonly until: Day;
  /** 去年11月; 近一年 */
  readonly said: string;
}

/**
 * What is looked back at: one month as it was the last time it was whole, or all since this month of last year. What was
 * in November is told before the next November, whatever the day.
 */
export function periodOf(now: Date, month?: number): Period {
  const today = dayOf(now);
  const thisMonth = today.slice(0, 7);
  if (month === undefined) return { from: `${monthLater(thisMonth, -12)}-01`, until: today, said: '近一年' };
  const before = (monthOf(today) - month + 11) % 12;
  const last = monthLater(thisMonth, -1 - before);
  return {
    from: `${last}-01`,
    until: daysLater(`${monthLater(last, 1)}-01`, -1),
    said: `${last.slice(0, 4) === today.slice(0, 4) ? '今年' : '去年'}${month}月`,
  };
}

/** The reasons that were given, most often given first; what was given as often, in the order of the tiles. */
export function reasonsInOrder(reasons: Readonly<Record<LeavingReason, number>>): [LeavingReason, number][] {
  return leavingReasons
    .map((reason): [LeavingReason, number] => [reason, reasons[reason]])
    .filter(([, times]) => times > 0)
    .sort(([, one], [, other]) => other - one);
}

/** 12人次报上名，5人次没学完：农忙4、路远1 */
export function sayUnfinished({ signedUp, unfinished, reasons }: PastCount): string {
  if (signedUp === 0) return '没有人报上名。';
  if (unfinished === 0) return `${signedUp}人次报上名，都没有中途退出。`;
  const given = reasonsInOrder(reasons);
  const silent = unfinished - given.reduce((sum, [, times]) => sum + times, 0);
  const said = [
    ...given.map(([reason, times]) => `${leavingReasonNames[reason]}${times}`),
    ...(silent > 0 ? [`没说原因${silent}`] : []),
  ];
  return `${signedUp}人次报上名，${unfinished}人次没学完：${said.join('、')}。`;
}

/** 说很有用9、还可以2、帮不上1（共12人次） */
export function sayOpinions({ opinions: said }: Pick<PastCount, 'opinions'>): string {
  const all = opinions.reduce((sum, opinion) => sum + said[opinion], 0);
  if (all === 0) return '还没有人说有没有用。';
  const each = opinions.map((opinion) => `${opinionNames[opinion]}${said[opinion]}`);
  return `${all}人次说了：${each.join('、')}（${percentOf(said.useful, all)}%说很有用）。`;
}

/** Whole percents, half up; of nothing it is nothing. */
export function percentOf(part: number, all: number): number {
  return all === 0 ? 0 : Math.floor((part * 200 + all) / (2 * all));
}

/** What one month was in a township, and in its county. */
export interface PastMonth {
  readonly month: number;
  readonly said: string;
  readonly placeName: string;
  readonly place: PastCount;
  readonly countyName: string;
  readonly county: PastCount;
}

/** Of fewer sign-ups nothing is concluded; then the county's are looked at. */
const enough = 5;
/** A warning where one reason took at least one in four, and two of them. */
const oneIn = 4;
const atLeast = 2;

const advice: Partial<Record<LeavingReason, string>> = {
  farm_work: '避开农忙，来的人会多',
  too_far: '地点近一些，来的人会多',
  no_child_care: '请安排人看孩子',
  too_hard: '请教师讲得浅一些',
};

/** What an officer should know of the months in which a batch meets, from how it went there the last time. */
export function warningsOfPast(days: readonly Day[], months: readonly PastMonth[]): string[] {
  const met = new Set(days.map(monthOf));
  return months
    .filter(({ month }) => met.has(month))
    .flatMap(({ said, placeName, place, countyName, county }) => {
      const [where, count] = place.signedUp >= enough ? [placeName, place] : [countyName, county];
      const [worst] = reasonsInOrder(count.reasons);
      if (!worst || count.signedUp < enough) return [];
      const [reason, times] = worst;
      if (times < atLeast || times * oneIn < count.signedUp) return [];
      const hint = advice[reason];
      const because = `${said}${where}同类的班，${count.signedUp}人次里有${times}人次因${leavingReasonNames[reason]}没学完`;
      return [`${because}${hint ? `，${hint}` : ''}。`];
    });
}
