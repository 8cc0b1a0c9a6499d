import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { Batch, Session } from '../courses/batch.entity';
import { BatchesService } from '../courses/batches.service';
import { wholeBatches } from '../courses/batches.queries';
import { Database } from '../database/database';
import { Enrolment } from '../enrolments/enrolment.entity';
import { seatHolding } from '../enrolments/enrolments.rules';
import { found, refusals, Refusal, type RefusalCode } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { WomenService } from '../women/women.service';
import type { MarkDto, SessionsBetweenDto } from './attendance.dto';
import { isAttended, standingOf, type Standing } from './attendance.rules';
import type { BatchAttendanceView, MarkAnswerView, RosterView, TrainerSessionView } from './attendance.view';
import { AttendanceMark } from './mark.entity';

/** The trainer's register. */
@Injectable()
export class AttendanceService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The sessions of the trainer's own batches between two days. */
  async sessions(actor: Actor, { from, to }: SessionsBetweenDto): Promise<TrainerSessionView[]> {
    const { rows } = this.database;
    const query = rows
      .createQueryBuilder(Batch, 'batch')
      .where("batch.trainerId = :trainerId AND batch.state <> 'cancelled'", { trainerId: actor.trainerId })
      .andWhere('batch.startsOn <= :to AND batch.endsOn >= :from', { from, to });
    const whole = await wholeBatches(rows, query);
    const women = await this.onRosters(whole.map(({ batch }) => batch.id));
    const inRange = whole.flatMap((one) =>
      one.sessions
        .map((session, index) => ({ one, session, index }))
        .filter(({ session }) => session.heldOn >= from && session.heldOn <= to),
    );
    const standings = await this.standings(inRange.map(({ session }) => session.id));
    return inRange
      .map(({ one: { batch, course, venue, sessions }, session: { id, heldOn, half }, index }) => ({
        ...{
          id,
          batchId: batch.id,
          title: course.title,
          family: course.family,
          heldOn,
          half,
          number: index + 1,
          of: sessions.length,
        },
        ...{ venueName: venue.name, venueAddress: venue.address, women: women.get(batch.id)?.length ?? 0 },
        attended: [...(standings.get(id)?.values() ?? [])].filter(isAttended).length,
      }))
      .sort(
        (a, b) =>
          a.heldOn.localeCompare(b.heldOn) || b.half.localeCompare(a.half) || a.id.localeCompare(b.id),
      );
  }

  /** Who should be in one session of the trainer's own batches. */
  async roster(actor: Actor, sessionId: string): Promise<RosterView> {
    const session = found(await this.database.rows.findOneBy(Session, { id: sessionId }));
    const { batch, course, venue } = await this.batches.whole(session.batchId);
    if (batch.trainerId !== actor.trainerId) throw new Refusal('thing.notFound');
    const ids = (await this.onRosters([batch.id])).get(batch.id) ?? [];
    const [women, standings, regions] = await Promise.all([
      this.women.byIds(ids),
      this.standings([sessionId]),
      this.regions.tree(),
    ]);
    const roster = [...women.values()].map(({ id, name, villageCode }) => ({
      ...{ womanId: id, name, villageName: regions.name(villageCode) },
      standing: standings.get(sessionId)?.get(id) ?? null,
    }));
    return {
      ...{
        sessionId,
        title: course.title,
        heldOn: session.heldOn,
        half: session.half,
        venueName: venue.name,
      },
      isOpen: session.heldOn <= dayOf(this.clock.now()),
      women: roster.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
    };
  }

  /** Keeps marks by their own ids: a mark sent again is answered again and kept once. One answer for each. */
  async keep(actor: Actor, marks: readonly MarkDto[]): Promise<MarkAnswerView[]> {
    const verdicts = await this.judge(actor, marks);
    const receivedAt = this.clock.now();
    const good = marks.filter((mark) => verdicts.get(mark) === undefined);
    const fresh = [...new Map(good.map((mark) => [mark.id, mark])).values()];
    const kept = await this.database.transact(async (tx) => {
      if (fresh.length === 0) return new Map<string, AttendanceMark>();
      await tx
        .createQueryBuilder()
        .insert()
        .into(AttendanceMark)
        .values(
          fresh.map(({ reason = null, markedAt, ...mark }) => ({
            ...mark,
            reason,
            markedAt: new Date(markedAt),
            receivedAt,
            byAccountId: actor.accountId,
          })),
        )
        .orIgnore()
        .updateEntity(false)
        .execute();
      const rows = await tx.findBy(AttendanceMark, { id: In(fresh.map(({ id }) => id)) });
      return new Map(rows.map((row) => [row.id, row]));
    });
    return marks.map((mark) => {
      const refused = verdicts.get(mark) ?? (isSame(kept.get(mark.id), mark) ? undefined : 'mark.idTaken');
      return refused
        ? { id: mark.id, isKept: false, code: refused, message: refusals[refused][1] }
        : { id: mark.id, isKept: true };
    });
  }

  /** Who came to a batch of the officer's county, session by session and woman by woman. */
  async ofBatch(actor: Actor, batchId: string): Promise<BatchAttendanceView> {
    const { batch, sessions } = await this.batches.whole(batchId);
    const isHers = actor.trainerId !== null && batch.trainerId === actor.trainerId;
    if (!isHers && !actor.scope('attendance.read').admits(batch.countyCode))
      throw new Refusal('thing.notFound');
    const ids = (await this.onRosters([batchId])).get(batchId) ?? [];
    const [women, standings, regions] = await Promise.all([
      this.women.byIds(ids),
      this.standings(sessions.map(({ id }) => id)),
      this.regions.tree(),
    ]);
    const today = dayOf(this.clock.now());
    const held = sessions.filter(({ heldOn }) => heldOn <= today);
    const count = (sessionId: string, standing: Standing) =>
      ids.filter((id) => standings.get(sessionId)?.get(id) === standing).length;
    return {
      sessions: sessions.map(({ id, heldOn, half }) => {
        const counts = {
          present: count(id, 'present'),
          late: count(id, 'late'),
          leave: count(id, 'leave'),
          absent: count(id, 'absent'),
        };
        const marked = counts.present + counts.late + counts.leave + counts.absent;
        return { sessionId: id, heldOn, half, ...counts, unmarked: ids.length - marked };
      }),
      women: [...women.values()].map(({ id, name, villageCode }) => ({
        ...{ womanId: id, name, villageName: regions.pathName(villageCode), held: held.length },
        attended: held.filter((session) => isAttended(standings.get(session.id)?.get(id) ?? null)).length,
      })),
    };
  }

  /** Why each mark may not be kept; undefined where it may. */
  private async judge(
    actor: Actor,
    marks: readonly MarkDto[],
  ): Promise<Map<MarkDto, RefusalCode | undefined>> {
    const { rows } = this.database;
    const sessions = await rows.findBy(Session, {
      id: In([...new Set(marks.map(({ sessionId }) => sessionId))]),
    });
    const batches = await rows.findBy(Batch, {
      id: In([...new Set(sessions.map(({ batchId }) => batchId))]),
    });
    const women = await this.onRosters(batches.map(({ id }) => id));
    const sessionOf = new Map(sessions.map((session) => [session.id, session]));
    const batchOf = new Map(batches.map((batch) => [batch.id, batch]));
    const today = dayOf(this.clock.now());
    const verdict = (mark: MarkDto): RefusalCode | undefined => {
      const session = sessionOf.get(mark.sessionId);
      const batch = session && batchOf.get(session.batchId);
      if (!session || !batch || batch.trainerId !== actor.trainerId) return 'mark.notYourSession';
      if (batch.state === 'cancelled' || batch.state === 'finished') return 'mark.batchStopped';
      if (session.heldOn > today) return 'mark.tooEarly';
      return women.get(batch.id)?.includes(mark.womanId) ? undefined : 'mark.notOnRoster';
    };
    return new Map(marks.map((mark) => [mark, verdict(mark)]));
  }

  /** Ids of the women who hold a seat, batch by batch. */
  private async onRosters(batchIds: readonly string[]): Promise<Map<string, string[]>> {
    const byBatch = new Map<string, string[]>();
    if (batchIds.length === 0) return byBatch;
    const enrolments = await this.database.rows.findBy(Enrolment, {
      batchId: In([...batchIds]),
      state: In([...seatHolding]),
    });
    for (const { batchId, womanId } of enrolments)
      byBatch.set(batchId, [...(byBatch.get(batchId) ?? []), womanId]);
    return byBatch;
  }

  private async standings(sessionIds: readonly string[]): Promise<Map<string, Map<string, Standing | null>>> {
    const marks =
      sessionIds.length === 0
        ? []
        : await this.database.rows.findBy(AttendanceMark, { sessionId: In([...sessionIds]) });
    const bySession = new Map<string, Map<string, AttendanceMark[]>>();
    for (const mark of marks) {
      const women = bySession.get(mark.sessionId) ?? new Map<string, AttendanceMark[]>();
      women.set(mark.womanId, [...(women.get(mark.womanId) ?? []), mark]);
      bySession.set(mark.sessionId, women);
    }
    return new Map(
      [...bySession].map(([id, women]) => [
        id,
        new Map([...women].map(([womanId, hers]) => [womanId, standingOf(hers)])),
      ]),
    );
  }
}

function isSame(row: AttendanceMark | undefined, mark: MarkDto): boolean {
  return (
    row !== undefined &&
    row.sessionId === mark.sessionId &&
    row.womanId === mark.womanId &&
    row.kind === mark.kind &&
    row.reason === (mark.reason ?? null) &&
    row.markedAt.getTime() === new Date(mark.markedAt).getTime()
  );
}
