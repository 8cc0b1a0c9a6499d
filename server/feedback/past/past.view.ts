import type { Family } from '../../needs/families.rules';
import type { EnrolmentState } from '../../enrolments/enrolments.rules';
import type { LeavingReason, Opinion, Why } from '../feedback.rules';
import { PastCountView } from '../feedback.view';

/** One area and one family. */
export class PastCellView extends PastCountView {
  /** A county where the reader sees several counties, else a township: where the women live. */
  regionCode: string;
  regionName: string;
  family: Family;
}

export class PastView {
  /** Of which time the numbers are: 去年11月, 近一年. */
  said: string;
  cells: PastCellView[];
}

/** One sign-up behind a number. */
export class PastWomanView {
  womanId: string;
  name: string;
  villageName: string;
  title: string;
  startsOn: string;
  state: EnrolmentState;
  stateName: string;
  isUnfinished: boolean;
  reason: LeavingReason | null;
  opinion: Opinion | null;
  why: Why | null;
}

export class PastWomenView {
  said: string;
  women: PastWomanView[];
  /** Sign-ups that are counted but of women who took back their consent, or were forgotten. */
  unnamed: number;
}

/** What one month was, the last time it was whole. */
export class PastMonthView {
  /** 1 to 12. */
  month: number;
  said: string;
  placeName: string;
  place: PastCountView;
  countyName: string;
  county: PastCountView;
}
