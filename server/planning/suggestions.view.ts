import type { Half } from '../calendar/days.rules';
import type { Family } from '../needs/families.rules';
import type { ReadingLevel } from '../needs/needs.rules';
import type { UnmetReason } from './unmet.rules';

export class SuggestedSlotView {
  heldOn: string;
  half: Half;
}

/** A batch that could be planned as it stands here. */
export class SuggestedBatchView {
  family: Family;
  /** A course that is there, the easiest to follow; else a name for a new one. */
  title: string;
  reading: ReadingLevel;
  isHeavy: boolean;
  trainerId: string;
  trainerName: string;
  venueId: string;
  venueName: string;
  venueRegionName: string;
  /** `2027-01` */
  month: string;
  isWeekend: boolean;
  sessions: SuggestedSlotView[];
  signUpUntil: string;
  seats: number;
  /** How many women it would serve. */
  women: number;
  /** The officer has settled on it. */
  isKept: boolean;
  /** It would not reach the minimum. */
  isBelowMinimum: boolean;
}

export class UnmetNeedsView {
  reason: UnmetReason;
  sentence: string;
  women: number;
  /** Where most of them live, the largest number first. */
  areas: UnmetNeedsAreaView[];
}

export class UnmetNeedsAreaView {
  regionCode: string;
  regionName: string;
  women: number;
}

export class SuggestionsView {
  /** Women who want to learn something and have no seat yet. */
  women: number;
  /** Of these, whom the batches that are planned or open already can serve. */
  byStanding: number;
  /** Of these, whom the proposed batches serve beside. */
  byProposed: number;
  /** No plan under the same conditions, with the batches that were settled on, serves more of them beside. */
  atMost: number;
  batches: SuggestedBatchView[];
  /** Places in the list of those settled on for which there is no window, no trainer or no place. */
  unplaced: number[];
  unmet: UnmetNeedsView[];
}
