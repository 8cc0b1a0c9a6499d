import type { Half } from '../calendar/days.rules';
import type { Family } from '../needs/families.rules';
import { standingNames, type MarkKind, type Standing } from './attendance.rules';
import type { AttendanceMark } from './mark.entity';

/** The server's answer to one mark. Only answered marks leave the phone. */
export class MarkAnswerView {
  id: string;
  isKept: boolean;
  /** Kept, but the batch was closed by then: it counts once a second person has confirmed it. */
  needsSecond?: boolean;
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
  /** 王秀英 is found by `wxy`. */
  initials: string;
  villageName: string;
  standing: Standing | null;
  /** She came without a seat: her half day counts, a certificate she cannot get. */
  isGuest: boolean;
  /** She scanned the code on the trainer's screen, and nobody has marked her yet. */
  hasScanned: boolean;
}

export class RosterVillageView {
  code: string;
  name: string;
}

/** What the trainer's phone keeps for one session: names, and no more. */
export class RosterView {
  sessionId: string;
  batchId: string;
  title: string;
  family: Family;
  heldOn: string;
  half: Half;
  venueName: string;
  /** False before the day of the session. */
  isOpen: boolean;
  /** The batch is finished: what is marked now counts once a second person has confirmed it. */
  isOver: boolean;
  /** Where the women of this roster live: what a walk-in's village is chosen from without a signal. */
  villages: RosterVillageView[];
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
  /** Of those who came, how many were guests. */
  guests: number;
  /** How many of the marks were entered from a paper sheet, and how many photographs show it. */
  fromPaper: number;
  photos: number;
}

export class WomanAttendanceView {
  womanId: string;
  name: string;
  villageName: string;
  /** Sessions attended, of those already held. */
  attended: number;
  held: number;
}

/** One mark, with what it rests on. */
export class MarkView {
  id: string;
  kind: MarkKind;
  kindName: string;
  reason: string | null;
  byName: string;
  /** By the phone's clock. */
  markedAt: Date;
  receivedAt: Date;
  /** What the standing goes by. */
  madeAt: Date;
  sheetId: string | null;
  /** Whether it counts: one that came after the batch was closed waits for a second person, who may refuse it. */
  isCounted: boolean;
}

export class WomanEvidenceView {
  womanId: string;
  name: string;
  villageName: string;
  isGuest: boolean;
  standing: Standing | null;
  /** The earliest first. */
  marks: MarkView[];
}

/** Everything that the numbers of one half day rest on. */
export class SessionEvidenceView {
  sessionId: string;
  title: string;
  heldOn: string;
  half: Half;
  women: WomanEvidenceView[];
  photoIds: string[];
}

export class BatchAttendanceView {
  sessions: SessionAttendanceView[];
  women: WomanAttendanceView[];
}

export function viewMark(mark: AttendanceMark, byName: string, isCounted: boolean): MarkView {
  const { id, kind, reason, markedAt, receivedAt, madeAt, sheetId } = mark;
  const kindName = kind === 'undone' ? '撤回' : standingNames[kind];
  return { id, kind, kindName, reason, byName, markedAt, receivedAt, madeAt, sheetId, isCounted };
}
