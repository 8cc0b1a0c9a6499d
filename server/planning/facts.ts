import type { Slot } from '../courses/batches.rules';
import type { FarmSeason } from '../courses/calendar/warnings.rules';
import type { Family } from '../needs/families.rules';
import type { DayKind, ReadingLevel } from '../needs/needs.rules';
import type { Window } from './windows.rules';

/** Everything that batches are proposed from, as plain values. */
export interface PlanningFacts {
  readonly women: readonly WomenAlike[];
  /** What would be taught of each family; a family without one is not proposed. */
  readonly courses: readonly CourseFacts[];
  readonly venues: readonly { readonly id: string; readonly regionCode: string; readonly seats: number }[];
  readonly trainers: readonly { readonly id: string; readonly families: readonly Family[] }[];
  /** Half days that trainers and venues have given away. */
  readonly busy: readonly (Slot & { readonly trainerId: string; readonly venueId: string })[];
  readonly windows: readonly Window[];
  readonly seasons: readonly FarmSeason[];
  /** Batches that are planned or open already: they seat women first. */
  readonly standing: readonly StandingBatch[];
  readonly kept: readonly KeptBatch[];
  readonly minimum: number;
  readonly budget: number;
}

/** Women whose needs are alike, and how many they are. */
export interface WomenAlike {
  readonly villageCode: string;
  readonly families: readonly Family[];
  readonly freeMonths: readonly number[];
  readonly dayKind: DayKind;
  readonly farthestKm: number;
  readonly reading: ReadingLevel;
  readonly isBodyLimited: boolean;
  readonly women: number;
}

export interface CourseFacts {
  readonly family: Family;
  readonly reading: ReadingLevel;
  readonly isHeavy: boolean;
}

export interface StandingBatch extends CourseFacts {
  readonly regionCode: string;
  readonly days: readonly string[];
  readonly seats: number;
}

/** What an officer has settled on: which family, where, in which month, on weekdays or at weekends. */
export interface KeptBatch {
  readonly family: Family;
  readonly venueId: string;
  readonly month: string;
  readonly isWeekend: boolean;
}
