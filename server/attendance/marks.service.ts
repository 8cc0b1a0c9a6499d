import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { dayOf, type Day } from '../calendar/days.rules';
import { Batch, Session } from '../courses/batch.entity';
import { Database } from '../database/database';
import { faultOf } from '../database/database-errors';
import { addRows, readRows } from '../database/plain-rows';
import { refusals, type RefusalCode } from '../http/refusals';
import type { MarkDto, SendMarksDto } from './attendance.dto';
import { isAfterClosing, madeAtOf, needsReason } from './attendance.rules';
import type { MarkAnswerView } from './attendance.view';
import { Woman } from '../women/woman.entity';
import { CorrectionTasks } from './corrections/correction-tasks';
import { AttendanceMark } from './mark.entity';
import { keeps, presentIn } from './registers';
import { SessionSheet } from './sheets/sheet.entity';

/** What the marks of one request are judged by. */
interface Facts {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly batches: ReadonlyMap<string, Batch>;
  /** Who may be marked: by batch those with a seat, by half day those who walked in without one. */
  readonly present: ReadonlyMap<string, ReadonlySet<string>>;
  /** From the id under which the phone knows a walk-in, or a file merged since, to her file. */
  readonly files: ReadonlyMap<string, string>;
  /** From a paper sheet to its half day. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** Takes marks in from trainers' phones. */
@Injectable()
export class MarksService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CorrectionTasks) private readonly tasks: CorrectionTasks,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Keeps marks by their own ids: a mark sent again is answered again and kept once. One answer for each. */
  async keep(actor: Actor, sent: SendMarksDto): Promise<MarkAnswerView[]> {
    try {
      return await this.database.transact((tx) => this.keepIn(tx, actor, sent, []));
    } catch (error) {
      if (faultOf(error) !== 'duplicate') throw error;
      // Some of them were sent before: they are there by now, so they can be read.
      return this.database.transact((tx) => this.keepIn(tx, actor, sent, sent.marks));
    }
  }

  private async keepIn(
    tx: EntityManager,
    actor: Actor,
    { marks, sentAt }: SendMarksDto,
    known: readonly MarkDto[],
  ): Promise<MarkAnswerView[]> {
    const facts = await this.factsOf(tx, marks);
    const receivedAt = this.clock.now();
    const today = dayOf(receivedAt);
    const kept = await keptOf(tx, known);
    const fresh: AttendanceMark[] = [];
    const sent = new Date(sentAt);
    const answers = marks.map((mark): MarkAnswerView => {
      const womanId = facts.files.get(mark.womanId) ?? mark.womanId;
      const before = kept.get(mark.id);
      if (before) return isSame(before, mark, womanId) ? accepted(before) : refused(mark, 'mark.idTaken');
      const heldOn = facts.sessions.get(mark.sessionId)?.heldOn ?? today;
      const markedAt = new Date(mark.markedAt);
      const madeAt = madeAtOf({ markedAt, sentAt: sent }, { receivedAt, heldOn });
      const why = judge(actor, facts, mark, { womanId, madeAt, today });
      if (why) return refused(mark, why);
      const row: AttendanceMark = {
        id: mark.id,
        sessionId: mark.sessionId,
        womanId,
        kind: mark.kind,
        reason: mark.reason ?? null,
        sheetId: mark.sheetId ?? null,
        byAccountId: actor.accountId,
        markedAt,
        receivedAt,
        madeAt,
        needsSecond: isOver(facts, mark.sessionId),
      };
      kept.set(mark.id, row);
      fresh.push(row);
      return accepted(row);
    });
    // What was kept once stays kept, also when it would be refused today: a refusal looks for it first.
    const turnedDown = marks.filter((_, at) => !answers[at]!.isKept);
    if (known.length === 0 && turnedDown.length > 0 && (await keptOf(tx, turnedDown)).size > 0)
      return this.keepIn(tx, actor, { marks, sentAt }, marks);
    if (fresh.length > 0) await addRows(tx, AttendanceMark, fresh);
    const late = new Set(fresh.filter(({ needsSecond }) => needsSecond).map(({ sessionId }) => sessionId));
    for (const batch of facts.batches.values())
      if ([...late].some((id) => facts.sessions.get(id)?.batchId === batch.id))
        await this.tasks.tell(tx, batch, actor);
    return answers;
  }

  /** The batches stay locked, so that none of them is closed while its marks are written. */
  private async factsOf(tx: EntityManager, marks: readonly MarkDto[]): Promise<Facts> {
    const unique = (ids: readonly (string | undefined)[]) => [
      ...new Set(ids.filter((one) => one !== undefined)),
    ];
    const sessions = await readRows(tx, Session, { id: unique(marks.map(({ sessionId }) => sessionId)) });
    const batches = new Map<string, Batch>();
    for (const id of unique(sessions.map(({ batchId }) => batchId)).sort()) {
      const batch = await this.database.lock(tx, Batch, id);
      if (batch) batches.set(id, batch);
    }
    const sheetIds = unique(marks.map(({ sheetId }) => sheetId));
    const sheets = sheetIds.length > 0 ? await readRows(tx, SessionSheet, { id: sheetIds }) : [];
    const sessionIds = sessions.map(({ id }) => id);
    const { there: present, files: walkIns } = await presentIn(tx, [...batches.keys()], sessionIds);
    const files = new Map(walkIns);
    const known = new Map(sessions.map((session) => [session.id, session]));
    const strangers = marks.filter(
      (one) => !files.has(one.womanId) && !isPresent(present, known.get(one.sessionId), one.womanId),
    );
    for (const { id, mergedIntoId } of await mergedOf(tx, unique(strangers.map(womanOf))))
      files.set(id, mergedIntoId!);
    return {
      ...{ batches, present, files },
      sessions: known,
      sheets: new Map(sheets.map(({ id, sessionId }) => [id, sessionId])),
    };
  }
}

function womanOf({ womanId }: { readonly womanId: string }): string {
  return womanId;
}

async function mergedOf(tx: EntityManager, womanIds: readonly string[]): Promise<Woman[]> {
  return womanIds.length === 0 ? [] : readRows(tx, Woman, { id: womanIds }, 'AND mergedIntoId IS NOT NULL');
}

async function keptOf(tx: EntityManager, marks: readonly MarkDto[]): Promise<Map<string, AttendanceMark>> {
  if (marks.length === 0) return new Map();
  const rows = await readRows(tx, AttendanceMark, { id: [...new Set(marks.map(({ id }) => id))] });
  return new Map(rows.map((row) => [row.id, row]));
}

interface Claim {
  /** Her file. */
  readonly womanId: string;
  readonly madeAt: Date;
  readonly today: Day;
}

/** Why a mark may not be kept; undefined where it may. */
function judge(
  actor: Actor,
  { sessions, batches, present, sheets }: Facts,
  mark: MarkDto,
  { womanId, madeAt, today }: Claim,
): RefusalCode | undefined {
  const session = sessions.get(mark.sessionId);
  const batch = session && batches.get(session.batchId);
  if (!batch || !keeps(actor, batch, 'attendance.mark')) return 'mark.notYourSession';
  if (batch.state === 'cancelled') return 'mark.batchStopped';
  if (session.heldOn > today) return 'mark.tooEarly';
  if (!isPresent(present, session, womanId)) return 'mark.notOnRoster';
  if (mark.sheetId !== undefined && sheets.get(mark.sheetId) !== session.id) return 'mark.sheetElsewhere';
  const isCorrection = isAfterClosing(session.heldOn, madeAt);
  return needsReason(mark.kind, isCorrection) && !mark.reason?.trim() ? 'mark.reasonNeeded' : undefined;
}

function isPresent(present: Facts['present'], session: Session | undefined, womanId: string): boolean {
  return [session?.batchId, session?.id].some((place) => place && present.get(place)?.has(womanId));
}

function isOver({ sessions, batches }: Facts, sessionId: string): boolean {
  return batches.get(sessions.get(sessionId)?.batchId ?? '')?.state === 'finished';
}

function accepted({ id, needsSecond }: AttendanceMark): MarkAnswerView {
  return needsSecond ? { id, isKept: true, needsSecond } : { id, isKept: true };
}

function refused({ id }: MarkDto, code: RefusalCode): MarkAnswerView {
  return { id, isKept: false, code, message: refusals[code][1] };
}

function isSame(row: AttendanceMark, mark: MarkDto, womanId: string): boolean {
  return (
    row.sessionId === mark.sessionId &&
    row.womanId === womanId &&
    row.kind === mark.kind &&
    row.reason === (mark.reason ?? null) &&
    row.sheetId === (mark.sheetId ?? null) &&
    row.markedAt.getTime() === new Date(mark.markedAt).getTime()
  );
}
