import type { BatchState } from '../batches.rules';
import { BatchView } from '../batches.view';
import type { Step } from './steps.rules';

export class BatchChangeView {
  fromState: BatchState | null;
  toState: BatchState;
  toStateName: string;
  reason: string | null;
  byName: string;
  at: Date;
}

export class StepView {
  step: Step;
  name: string;
}

/** A batch as its office sees it, from the first plan on. */
export class BatchPlanView {
  batch: BatchView;
  courseId: string;
  trainerId: string;
  venueId: string;
  audience: 'women' | 'leaders';
  completeShare: number;
  reservedForPoor: number | null;
  reservedForNever: number;
  reservedForLeaders: number;
  /** With whom; null where the county runs it alone. */
  jointWith: string | null;
  /** In fen. */
  budgetFen: number | null;
  isApprovalAsked: boolean;
  /** What the reader may do with it now. */
  steps: StepView[];
  mayChange: boolean;
  mayMove: boolean;
  mayCancel: boolean;
  /** Holidays and busy months of the farms in which it meets; nothing of it forbids the batch. */
  warnings: string[];
  /** What was done with it, the latest first. */
  changes: BatchChangeView[];
}
