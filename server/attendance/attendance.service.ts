import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { accountNames } from '../accounts/account-names';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { Batch } from '../courses/batch.entity';
import { wholeBatches } from '../courses/batches.queries';
import { Database } from '../database/database';
import { RegionsService } from '../regions/regions.service';
import { initialsOf } from '../women/names';
import { WomenService } from '../women/women.service';
import type { SessionsBetweenDto } from './attendance.dto';
import { isAttended, standingOf, type Standing } from './attendance.rules';
import {
  viewMark,
  type BatchAttendanceView,
  type RosterView,
  type SessionEvidenceView,
  type TrainerSessionView,
} from './attendance.view';
import { CheckIn } from './check-ins/check-in.entity';
import { AttendanceMark } from './mark.entity';
import { countingMarks, presentIn, Registers, seatedIn } from './registers';
import { countPhotos, photosOf } from './sheets/sheets.queries';

/** The trainer's register. */
@Injectable()
export class AttendanceService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Registers) private readonly registers: Registers,
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
    const women = await seatedIn(
      rows,
      whole.map(({ batch }) => batch.id),
    );
    const inRange = whole.flatMap((one) =>
      one.sessions
        .map((session, index) => ({ one, session, index }))
        .filter(({ session }) => session.heldOn >= from && session.heldOn <= to),
    );
    const standings = await this.registers.standings(inRange.map(({ session }) => session.id));
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

  /** Who should be in one half day, and how each of them stands. */
  async roster(actor: Actor, sessionId: string): Promise<RosterView> {
    const { session, whole } = await this.registers.open(actor, sessionId, 'attendance.mark');
    const { ids, guests } = await this.registers.rosterOf(session);
    const { rows } = this.database;
    const [women, standings, regions, checkIns] = await Promise.all([
      this.women.byIds(ids),
      this.registers.standings([sessionId]),
      this.regions.tree(),
      rows.findBy(CheckIn, { sessionId }),
    ]);
    const scanned = new Set(checkIns.map(({ womanId }) => womanId));
    const roster = [...women.values()].map(({ id, name, villageCode }) => {
      const standing = standings.get(sessionId)?.get(id) ?? null;
      const hasScanned = standing === null && scanned.has(id);
      return {
        ...{ womanId: id, name, initials: initialsOf(name), villageName: regions.name(villageCode) },
        ...{ standing, isGuest: guests.has(id), hasScanned },
      };
    });
    return {
      ...{ sessionId, batchId: whole.batch.id, title: whole.course.title, family: whole.course.family },
      ...{ heldOn: session.heldOn, half: session.half, venueName: whole.venue.name },
      isOpen: session.heldOn <= dayOf(this.clock.now()),
      isOver: whole.batch.state === 'finished',
      villages: [...new Set([...women.values()].map(({ villageCode }) => villageCode))]
        .sort()
        .map((code) => ({ code, name: regions.name(code) })),
      women: roster.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
    };
  }

  /** Who came to a batch, session by session and woman by woman. */
  async ofBatch(actor: Actor, batchId: string): Promise<BatchAttendanceView> {
    const { sessions } = await this.registers.batchOf(actor, batchId, 'attendance.read');
    const { rows } = this.database;
    const sessionIds = sessions.map(({ id }) => id);
    const { there } = await presentIn(rows, [batchId], sessionIds);
    const seated = there.get(batchId) ?? new Set();
    const ids = [...seated];
    const [women, standings, marks, photos, regions] = await Promise.all([
      this.women.byIds(ids),
      this.registers.standings(sessionIds),
      countingMarks(rows, sessionIds),
      countPhotos(rows, sessionIds),
      this.regions.tree(),
    ]);
    const today = dayOf(this.clock.now());
    const held = sessions.filter(({ heldOn }) => heldOn <= today);
    return {
      sessions: sessions.map(({ id, heldOn, half }) => {
        const came = [...(there.get(id) ?? [])].filter((womanId) => !seated.has(womanId));
        const all = [...ids, ...came];
        const standing = (womanId: string) => standings.get(id)?.get(womanId) ?? null;
        const count = (kind: Standing) => all.filter((womanId) => standing(womanId) === kind).length;
        return {
          ...{ sessionId: id, heldOn, half, present: count('present'), late: count('late') },
          ...{ leave: count('leave'), absent: count('absent') },
          unmarked: all.filter((womanId) => standing(womanId) === null).length,
          guests: came.filter((womanId) => isAttended(standing(womanId))).length,
          fromPaper: marks.filter(({ sessionId, sheetId }) => sessionId === id && sheetId !== null).length,
          photos: photos.get(id) ?? 0,
        };
      }),
      women: [...women.values()].map(({ id, name, villageCode }) => ({
        ...{ womanId: id, name, villageName: regions.pathName(villageCode), held: held.length },
        attended: held.filter((session) => isAttended(standings.get(session.id)?.get(id) ?? null)).length,
      })),
    };
  }

  /** What the numbers of one half day rest on: every mark, who made it and when, and the photographs. */
  async evidence(actor: Actor, sessionId: string): Promise<SessionEvidenceView> {
    const { session, whole } = await this.registers.open(actor, sessionId, 'attendance.read');
    const { rows } = this.database;
    const { ids, guests } = await this.registers.rosterOf(session);
    const marks = await rows.find(AttendanceMark, {
      where: { sessionId },
      order: { madeAt: 'ASC', id: 'ASC' },
    });
    // Who has left the batch since keeps her marks.
    const everyone = [...new Set([...ids, ...marks.map(({ womanId }) => womanId)])];
    const counting = new Set((await countingMarks(rows, [sessionId])).map(({ id }) => id));
    const [women, regions, nameOf, photos] = await Promise.all([
      this.women.byIds(everyone),
      this.regions.tree(),
      accountNames(
        rows,
        marks.map(({ byAccountId }) => byAccountId),
      ),
      photosOf(rows, [sessionId]),
    ]);
    return {
      ...{ sessionId, title: whole.course.title, heldOn: session.heldOn, half: session.half },
      photoIds: photos.map(({ id }) => id),
      women: [...women.values()]
        .map(({ id: womanId, name, villageCode }) => {
          const hers = marks.filter((mark) => mark.womanId === womanId);
          return {
            ...{ womanId, name, villageName: regions.name(villageCode), isGuest: guests.has(womanId) },
            standing: standingOf(hers.filter(({ id }) => counting.has(id))),
            marks: hers.map((mark) => viewMark(mark, nameOf(mark.byAccountId), counting.has(mark.id))),
          };
        })
        .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
    };
  }
}
