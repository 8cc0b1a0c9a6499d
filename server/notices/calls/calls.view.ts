import type { NoticeEvent } from '../notices.rules';

/** A woman whom nothing lighter has reached. */
export class CallView {
  /** Of the notice. */
  id: string;
  womanId: string;
  name: string;
  villageName: string;
  /** Masked; null where she has no phone. The whole one by `POST /women/:id/reveals`, on record. */
  phone: string | null;
  event: NoticeEvent;
  batchId: string | null;
  /** What to say to her. */
  script: string;
  /** How often nobody answered. */
  tries: number;
  /** What was tried before, in words, the latest first. */
  before: string[];
  /** Until when it is of use to tell her. */
  endsAt: Date | null;
}

/** A line for the board of a village: enough to find oneself, too little for strangers. */
export class BoardNoticeView {
  /** Of the notice. */
  id: string;
  shortName: string;
  villageName: string;
  sentence: string;
  endsAt: Date | null;
}

export class CallListView {
  calls: CallView[];
  /** Whom not even a call reached. */
  board: BoardNoticeView[];
}
