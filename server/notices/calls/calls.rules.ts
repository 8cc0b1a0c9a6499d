import type { AttemptResult, Place } from '../ladder.rules';

/** What a helper says came of it. */
export const callResults = ['told', 'told_in_person', 'no_answer', 'wrong_number'] as const;
export const boardResults = ['hung', 'told', 'told_in_person'] as const;
export const tellResults = [...new Set([...callResults, ...boardResults])];
export type TellResult = (typeof callResults)[number] | (typeof boardResults)[number];

/** Whether this can be the result where the notice stands now; meanwhile somebody else may have told her. */
export function mayResult(rung: Place, result: AttemptResult): boolean {
  const allowed: Partial<Record<Place, readonly AttemptResult[]>> = {
    call: callResults,
    board: boardResults,
  };
  return allowed[rung]?.includes(result) === true;
}
