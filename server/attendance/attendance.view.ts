import type { Half } from '../calendar/days.rules';
import type { Family } from '../needs/families.rules';
import type { Standing } from './attendance.rules';

/** The server's answer to one mark. Only answered marks leave the phone. */
export class MarkAnswerView {
  id: string;
  isKept: boolean;
  /** Why not, where it was refused. */
  code?: string;
  message?: string;
}

export class MarksAnswerView {
  answers: MarkAnswerView[];
}

/** One half-day of the trainer's own batches. */
export class TrainerSessionView {
  id: string;
  batchId: string;
  title: string;
  family: Family;
  heldOn: string;
  half: Half;
  /** 第几次课, from 1. */
  number: number;
  of: number;
  venueName: string;
  venueAddress: string;
  /** Women on the roster, and how many have come. */
  women: number;
  attended: number;
}

export class RosterWomanView {
  womanId: string;
  name: string;
  villageName: string;
  standing: Standing | null;
}

/** What the trainer's phone keeps for one session: names, and no more. */
export class RosterView {
  sessionId: string;
  title: string;
  heldOn: string;
  half: Half;
  venueName: string;
  /** False before the day of the session. */
  isOpen: boolean;
  women: RosterWomanView[];
}

export class SessionAttendanceView {
  sessionId: string;
  heldOn: string;
  half: Half;
  present: number;
  late: number;
  leave: number;
  absent: number;
  unmarked: number;
}

export class WomanAttendanceView {
  womanId: string;
  name: string;
  villageName: string;
  /** Sessions attended, of those already held. */
  attended: number;
  held: number;
}

export class BatchAttendanceView {
  sessions: SessionAttendanceView[];
  women: WomanAttendanceView[];
}
