import { monthLater, sayMonth } from '../../../server/calendar/days.rules';
import type { Family } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Suggestions = Schemas['SuggestionsView'];
export type Suggested = Schemas['SuggestedBatchView'];
export type Kept = Schemas['KeptBatchDto'];
type Asked = Schemas['SuggestDto'];

/** What the officer asks for; numbers are chosen by a tap. */
export interface Wish {
  readonly family: Family | '';
  /** How many batches may be opened. */
  readonly batches: number;
  readonly months: number;
  readonly halfDays: number;
  readonly seats: number;
  readonly minimum: number;
  /** The batches she has settled on; undefined as long as she takes what is proposed. */
  readonly kept: readonly Kept[] | undefined;
}

export const firstWish: Wish = {
  ...{ family: '', batches: 5, months: 4, halfDays: 4, seats: 30, minimum: 10, kept: undefined },
};

/** Numbers to choose from, each with its words. */
export const choices = {
  batches: [1, 3, 5, 10, 20, 40],
  months: [2, 4, 6],
  halfDays: [2, 4, 8],
  seats: [20, 30, 50],
  minimum: [5, 10, 15],
} as const;

export const choiceNames: Readonly<Record<keyof typeof choices, string>> = {
  batches: '一共办几个班',
  months: '排几个月（算上这个月）',
  halfDays: '一个班几个半天',
  seats: '一个班几个名额',
  minimum: '至少几人才开',
};

/** As the server is asked: once she has settled on batches, only these are counted. */
export function askedOf({ family, kept, batches, ...numbers }: Wish): Asked {
  return {
    ...numbers,
    ...(family && { family }),
    batches: kept ? kept.length : batches,
    kept: kept ? [...kept] : [],
  };
}

/** What remains of a proposal when it is settled on: the days are found again each time. */
export function keptOf({ family, venueId, month, isWeekend }: Suggested): Kept {
  return { family, venueId, month, isWeekend };
}

export function without(batches: readonly Suggested[], place: number): Kept[] {
  return batches.filter((_, at) => at !== place).map(keptOf);
}

/** The proposal as a plan that can be kept as it stands. */
export function planOf(batch: Suggested, minimum: number): Schemas['OpenBatchDto'] {
  const { family, title, reading, isHeavy, trainerId, venueId, sessions, signUpUntil, seats } = batch;
  return {
    ...{ family, title, reading, isHeavy, trainerId, venueId, sessions, signUpUntil },
    ...{ capacity: seats, minimum: Math.min(minimum, seats), admission: 'assignment' },
  };
}

/** 想学还没着落的105人：已有的班能照顾30人，这些班再照顾60人，还差15人。 */
export function sayFigures({ women, byStanding, byProposed }: Suggestions): string {
  const left = women - byStanding - byProposed;
  return `想学还没着落的${women}人：已有的班能照顾${byStanding}人，这些班再照顾${byProposed}人，还差${left}人。`;
}

/** What her own choice costs beside the proposal that she began from. */
export function sayAgainst(found: Suggestions, suggested: number): string {
  const fewer = suggested - servedBy(found);
  if (fewer <= 0) return '';
  return `比原来的建议少照顾${fewer}人。`;
}

/** Women with a seat, whether in what stands or in what is proposed. */
export function servedBy({ byStanding, byProposed }: Suggestions): number {
  return byStanding + byProposed;
}

/** How far from the best it is at most. */
export function sayBest({ atMost, byProposed }: Suggestions): string {
  if (atMost <= byProposed) return '这样的班数，这已经是照顾人最多的办法。';
  return `这样的班数，怎么排也照顾不到${atMost}人以上。`;
}

/** 2027年1月 周末 · 4个半天 · 名额30，能来12人 */
export function sayBatch({ month, isWeekend, sessions, seats, women }: Suggested): string {
  const when = `${sayMonth(month)} ${isWeekend ? '周末' : '平日'}`;
  return [when, `${sessions.length}个半天`, `名额${seats}，能来${women}人`].join(' · ');
}

/** The coming months that may be chosen, as the server writes them. */
export function monthsFrom(today: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => monthLater(today.slice(0, 7), at));
}
