import { dayOf, daysLater, startOf, type Day } from '../calendar/days.rules';
import { daysOf, seasonOf } from '../calendar/seasons.rules';
import type { Refused } from '../http/refusals';
import type { Family } from './families.rules';

/** On which days she can come. */
export const dayKinds = ['any', 'weekday', 'weekend'] as const;
export type DayKind = (typeof dayKinds)[number];

/** Where a need was heard; the notice names visits, questionnaires and meetings. */
export const sources = ['herself', 'visit', 'questionnaire', 'meeting'] as const;
export type Source = (typeof sources)[number];

/** How well she reads: not at all, some, well. Courses ask for one of the same three. */
export const readingLevels = [0, 1, 2] as const;
export type ReadingLevel = (typeof readingLevels)[number];

/** How far she can travel, as pictures: on foot, by tricycle, by bus, by train. In kilometres. */
export const reaches = [
  { km: 5, name: '走着去', about: '本村和邻村' },
  { km: 20, name: '骑车去', about: '本乡镇' },
  { km: 60, name: '坐客车', about: '本区县' },
  { km: 300, name: '去哪都行', about: '全市' },
] as const;

export const farthestKm = { least: 1, most: 300 } as const;

/** What a woman wants to learn and when and where she can: her need card. */
export interface NeedCard {
  /** In her order of wish, the dearest first. */
  readonly families: readonly Family[];
  /** Months in which she has time, 1 to 12. */
  readonly freeMonths: readonly number[];
  readonly dayKind: DayKind;
  readonly farthestKm: number;
  readonly needsChildCare: boolean;
  /** Among the batches of one need she takes the nearest first. */
  readonly nearestFirst: boolean;
  readonly reading: ReadingLevel;
  /** She cannot do heavy bodily work. */
  readonly isBodyLimited: boolean;
}

/** A card as it may be kept: families in her order, months in the year's; or why not. */
export function decideCard(card: NeedCard): NeedCard | Refused {
  if (card.families.length === 0) return { refused: 'need.noFamily' };
  if (new Set(card.families).size !== card.families.length) return { refused: 'need.repeated' };
  if (card.freeMonths.length === 0) return { refused: 'need.noMonth' };
  const { farthestKm: km } = card;
  if (!Number.isInteger(km) || km < farthestKm.least || km > farthestKm.most)
    return { refused: 'need.distanceWrong' };
  return { ...card, freeMonths: [...new Set(card.freeMonths)].sort((a, b) => a - b) };
}

/** So many days before a season begins she is asked about it already; what is said then holds for it. */
export const askedBeforeDays = 30;

/** The first day whose answers still hold today: cards are confirmed anew for every season of training. */
export function freshSince(today: Day): Day {
  return daysLater(daysOf(seasonOf(today)).from, -askedBeforeDays);
}

/** Nobody has confirmed it for this season: still there, but asked again before a course is planned on it. */
export function isStale(confirmedAt: Date, now: Date): boolean {
  return confirmedAt < startOf(freshSince(dayOf(now)));
}

/** Twelve bits, January the lowest: how free months are stored. */
export function monthsToBits(months: readonly number[]): number {
  return months.reduce((bits, month) => bits | (1 << (month - 1)), 0);
}

export function bitsToMonths(bits: number): number[] {
  return Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => bits & (1 << (month - 1)));
}
