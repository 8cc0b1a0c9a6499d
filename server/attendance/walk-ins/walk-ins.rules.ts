import { holdsSeat, mayBecome, type EnrolmentState } from '../../enrolments/enrolments.rules';
import type { Refused } from '../../http/refusals';

export interface WalkInFacts {
  /** Her enrolment in this batch, where she has one. */
  readonly before: EnrolmentState | undefined;
  readonly isSeatFree: boolean;
  /** She holds a seat elsewhere in one of the batch's half days. */
  readonly clashes: boolean;
  /** She has completed this course before. */
  readonly isDone: boolean;
}

/**
 * What a woman who came without a seat becomes: enrolled from now on where a seat is free, otherwise a guest of this half
 * day. `seated` when she had a seat all along. The list gives the states she goes through, each a row of her history.
 */
export function decideWalkIn({
  before,
  isSeatFree,
  clashes,
  isDone,
}: WalkInFacts): { as: 'seated' | 'guest' } | { as: 'enrolled'; through: EnrolmentState[] } | Refused {
  if (before !== undefined && holdsSeat(before)) {
    return before === 'offered' ? { as: 'enrolled', through: ['enrolled'] } : { as: 'seated' };
  }
  if (before === 'removed') return { refused: 'walkIn.removed' };
  if (!isSeatFree || clashes || isDone) return { as: 'guest' };
  if (before === undefined || mayBecome(before, 'enrolled')) return { as: 'enrolled', through: ['enrolled'] };
  return mayBecome(before, 'offered')
    ? { as: 'enrolled', through: ['offered', 'enrolled'] }
    : { as: 'guest' };
}
