import type { Day } from '../../calendar/days.rules';
import type { Circumstances } from '../../courses/fit.rules';
import type { Family } from '../../needs/families.rules';
import type { ReadingLevel } from '../../needs/needs.rules';
import type { Region } from '../../regions/region.entity';
import type { Pair } from '../engine/instance';

/** Everything a dry run is computed from, as plain values: it can be handed to another thread as it is. */
export interface Facts extends FactsBesideWomen {
  readonly women: readonly WomanFacts[];
}

export interface FactsBesideWomen {
  readonly seed: string;
  readonly policy: {
    readonly poorPercent: number;
    readonly coverageCounties: readonly string[];
    readonly yearLimit: number;
  };
  /** The day of the draft, and the instant in milliseconds. */
  readonly today: Day;
  readonly now: number;
  readonly regions: readonly Region[];
  readonly batches: readonly BatchFacts[];
  readonly pins: readonly Pair[];
  readonly bars: readonly Pair[];
  readonly waived: readonly string[];
}

export interface BatchFacts {
  readonly id: string;
  readonly county: string;
  readonly courseId: string;
  readonly family: Family;
  readonly reading: ReadingLevel;
  readonly isHeavy: boolean;
  /** Where it is held. */
  readonly regionCode: string;
  readonly startsOn: Day;
  readonly days: readonly Day[];
  /** Its half days, as `YYYY-MM-DD half`. */
  readonly slots: readonly string[];
  readonly capacity: number;
  readonly taken: number;
  readonly minimum: number;
  readonly audience: 'women' | 'leaders';
  readonly reservedForPoor: number | null;
  readonly reservedForNever: number;
  readonly reservedForLeaders: number;
}

export interface WomanFacts extends Omit<
  Circumstances,
  'coursesDone' | 'hasReachedYearLimit' | 'mayJoinLeaders'
> {
  readonly id: string;
  readonly villageCode: string;
  readonly isRegisteredPoor: boolean;
  readonly isLeader: boolean;
  /** Inside one need she wants what is nearest. */
  readonly nearestFirst: boolean;
  /** Her needs, the dearest first. */
  readonly families: readonly Family[];
  /** Since when her oldest open need stands, in milliseconds. */
  readonly since: number;
  readonly done: readonly { readonly courseId: string; readonly on: Day }[];
  /** Half days in which she already holds a seat. */
  readonly slotsHeld: readonly string[];
  /** Batches she signed up for by name, and those in which she has a seat, waits, or was removed. */
  readonly asked: readonly string[];
  readonly settled: readonly string[];
}
