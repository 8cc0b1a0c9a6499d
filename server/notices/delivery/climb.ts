import type { AttemptResult, Rung } from '../ladder.rules';
import type { Notice } from '../notice.entity';
import type { StaffTask } from '../tasks/task.entity';
import type { Delivery } from './delivery.entity';

/** What is told: a notice to a woman, a task to somebody who works here. */
export type Told = Notice | StaffTask;

export function isToHer(told: Told): told is Notice {
  return 'womanId' in told;
}

/** A delivery whose rung is one, with what it tells. */
export interface Climb<What extends Told = Told> {
  readonly delivery: Delivery & { readonly rung: Rung };
  readonly told: What;
  /** Not her who took back her consent to being registered. */
  readonly mayBeCalled: boolean;
}

export interface Outcome {
  readonly result: AttemptResult;
  readonly said?: string;
  readonly byAccountId?: string;
}
