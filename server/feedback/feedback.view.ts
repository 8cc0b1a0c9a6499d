import type { Family } from '../needs/families.rules';
import type { EnrolmentState } from '../enrolments/enrolments.rules';
import type { LeavingReason, Opinion, Question, Why } from './feedback.rules';

/** How many said what. */
export class OpinionCountView {
  useful: number;
  fair: number;
  no_help: number;
}

/** How many left for what. */
export class ReasonCountView {
  farm_work: number;
  too_far: number;
  no_child_care: number;
  unwell: number;
  too_hard: number;
  unsuited: number;
  work_elsewhere: number;
  other: number;
}

/** What became of sign-ups, in person-times. */
export class PastCountView {
  /** Had a seat, or gave one up. */
  signedUp: number;
  /** Of these, gave up, dropped out, or did not come to the end. */
  unfinished: number;
  /** Of those, by what they said; the rest said nothing. */
  reasons: ReasonCountView;
  opinions: OpinionCountView;
}

/** What she has said of one batch, and what she may be asked; the newest answers. */
export class AnswersView {
  enrolmentId: string;
  batchId: string;
  /** Empty before the last session is past, unless she left. */
  questions: Question[];
  opinion: Opinion | null;
  why: Why | null;
  reason: LeavingReason | null;
}

/** The same among all her courses. */
export class HerFeedbackView extends AnswersView {
  title: string;
  family: Family;
  startsOn: string;
  endsOn: string;
}

/** One woman of a batch, for whoever serves her. */
export class FeedbackWomanView extends AnswersView {
  womanId: string;
  name: string;
  villageName: string;
  state: EnrolmentState;
  stateName: string;
  isUnfinished: boolean;
}

/** A batch in which women of the reader's region may be asked. */
export class FeedbackBatchView {
  batchId: string;
  title: string;
  family: Family;
  startsOn: string;
  endsOn: string;
  countyName: string;
  /** How many of the reader's women may be asked, and how many of them have answered. */
  women: number;
  answered: number;
}
