import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Action } from '../access/policies';
import type { Batch } from '../courses/batch.entity';
import { Session } from '../courses/batch.entity';
import { BatchesService } from '../courses/batches.service';
import type { WholeBatch } from '../courses/batches.queries';
import { Database } from '../database/database';
import { readRows, readSome } from '../database/plain-rows';
import { statement } from '../database/statement';
import { Enrolment } from '../enrolments/enrolment.entity';
import { seatHolding } from '../enrolments/enrolments.rules';
import { found, Refusal } from '../http/refusals';
import { standingOf, type Standing } from './attendance.rules';
import { AttendanceMark, MarkDecision } from './mark.entity';

/** One half day with the batch it belongs to. */
export interface OpenRegister {
  readonly session: Session;
  readonly whole: WholeBatch;
}

/** Whose register it is, who stands in it, and what its marks come to: what all of attendance rests on. */
@Injectable()
export class Registers {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BatchesService) private readonly batches: BatchesService,
  ) {}

  /**
   * The register of a half day, for its own trainer or an officer of its county.
   *
   * @throws Refusal `thing.notFound` for anybody else, as if there were none.
   */
  async open(actor: Actor, sessionId: string, action: Action): Promise<OpenRegister> {
    const session = found(await this.database.rows.findOneBy(Session, { id: sessionId }));
    return { session, whole: await this.batchOf(actor, session.batchId, action) };
  }

  /** @throws Refusal `thing.notFound` unless it is her own batch, or one of her county. */
  async batchOf(actor: Actor, batchId: string, action: Action): Promise<WholeBatch> {
    const whole = await this.batches.whole(batchId);
    if (!keeps(actor, whole.batch, action)) throw new Refusal('thing.notFound');
    return whole;
  }

  /** Ids of the women on the roster of one half day, and which of them are guests: they came without a seat. */
  async rosterOf({ id, batchId }: Session): Promise<{ ids: string[]; guests: ReadonlySet<string> }> {
    const { there } = await presentIn(this.database.rows, [batchId], [id]);
    const seated = there.get(batchId) ?? new Set();
    const guests = new Set([...(there.get(id) ?? [])].filter((womanId) => !seated.has(womanId)));
    return { ids: [...seated, ...guests], guests };
  }

  async standings(sessionIds: readonly string[]): Promise<Map<string, Map<string, Standing | null>>> {
    return standingsIn(this.database.rows, sessionIds);
  }
}

/** Whether the register of this batch is hers to keep: she teaches it, or it is of her county. */
export function keeps(actor: Actor, batch: Pick<Batch, 'trainerId' | 'countyCode'>, action: Action): boolean {
  const teaches = actor.trainerId !== null && batch.trainerId === actor.trainerId;
  return teaches || actor.scope(action).admits(batch.countyCode);
}

/** Ids of the women who hold a seat, batch by batch. */
export async function seatedIn(
  rows: EntityManager,
  batchIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (batchIds.length === 0) return new Map();
  const seated = await readSome(rows, Enrolment, ['batchId', 'womanId'], {
    batchId: batchIds,
    state: seatHolding,
  });
  return grouped(seated, ({ batchId, womanId }) => [batchId, womanId]);
}

interface Present {
  /** By batch the women with a seat, by half day those who walked in without one. */
  readonly there: ReadonlyMap<string, ReadonlySet<string>>;
  /** From the id under which a phone may know a walk-in to her file. */
  readonly files: ReadonlyMap<string, string>;
}

/** Who is in these batches and half days, in one statement. */
export async function presentIn(
  rows: EntityManager,
  batchIds: readonly string[],
  sessionIds: readonly string[],
): Promise<Present> {
  const there = new Map<string, Set<string>>();
  const files = new Map<string, string>();
  if (batchIds.length === 0) return { there, files };
  const listed = (values: readonly string[]) => values.map(() => '?').join(', ') || 'NULL';
  const found = await statement<
    { place: string; womanId: string; walkInId: string | null; isGuest: number }[]
  >(
    rows,
    `SELECT batchId AS place, womanId AS womanId, NULL AS walkInId, 0 AS isGuest FROM enrolments
      WHERE batchId IN (${listed(batchIds)}) AND state IN (${listed(seatHolding)})
     UNION ALL
     SELECT sessionId, womanId, id, isGuest FROM walk_ins WHERE sessionId IN (${listed(sessionIds)})`,
    [...batchIds, ...seatHolding, ...sessionIds],
  );
  for (const { place, womanId, walkInId, isGuest } of found) {
    if (walkInId !== null) files.set(walkInId, womanId);
    if (walkInId !== null && !isGuest) continue;
    const others = there.get(place);
    if (others) others.add(womanId);
    else there.set(place, new Set([womanId]));
  }
  return { there, files };
}

/** The marks that count: those made in time, and those that a second person has confirmed. */
export async function countingMarks(
  rows: EntityManager,
  sessionIds: readonly string[],
): Promise<AttendanceMark[]> {
  if (sessionIds.length === 0) return [];
  const marks = await readRows(rows, AttendanceMark, { sessionId: sessionIds });
  const late = marks.filter(({ needsSecond }) => needsSecond).map(({ id }) => id);
  if (late.length === 0) return marks;
  const confirmed = await rows.findBy(MarkDecision, { markId: In(late), isConfirmed: true });
  const counts = new Set(confirmed.map(({ markId }) => markId));
  return marks.filter(({ id, needsSecond }) => !needsSecond || counts.has(id));
}

/** The standing of each woman, session by session. */
export async function standingsIn(
  rows: EntityManager,
  sessionIds: readonly string[],
): Promise<Map<string, Map<string, Standing | null>>> {
  const standings = new Map<string, Map<string, Standing | null>>();
  const bySession = grouped(await countingMarks(rows, sessionIds), (mark) => [mark.sessionId, mark]);
  for (const [sessionId, marks] of bySession) {
    const hers = grouped(marks, (mark) => [mark.womanId, mark]);
    standings.set(sessionId, new Map([...hers].map(([womanId, own]) => [womanId, standingOf(own)])));
  }
  return standings;
}

function grouped<Row, Value>(
  rows: readonly Row[],
  place: (row: Row) => readonly [key: string, value: Value],
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const [key, value] = place(row);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
