import type { EnrolmentState } from '../enrolments/enrolments.rules';

/** What is worth most to her, first: of two enrolments in one batch the better one stays. */
const worth: readonly EnrolmentState[] = [
  ...(['completed', 'attended', 'enrolled', 'offered', 'waiting', 'applied'] as const),
  ...(['refused', 'lapsed', 'declined', 'given_up', 'dropped_out', 'removed'] as const),
];

/** Which of her two enrolments in one batch stays hers. */
export function betterOf(kept: EnrolmentState, merged: EnrolmentState): 'kept' | 'merged' {
  return worth.indexOf(merged) < worth.indexOf(kept) ? 'merged' : 'kept';
}
