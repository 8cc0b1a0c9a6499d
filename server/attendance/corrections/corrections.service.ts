import { Inject, Injectable } from '@nestjs/common';
import { Brackets, In } from 'typeorm';
import type { Actor } from '../../access/actor';
import { accountNames } from '../../accounts/account-names';
import { Clock } from '../../calendar/clock';
import { Batch, Session } from '../../courses/batch.entity';
import { Course } from '../../courses/course.entity';
import { Database } from '../../database/database';
import { found, Refusal } from '../../http/refusals';
import { RegionsService } from '../../regions/regions.service';
import { WomenService } from '../../women/women.service';
import { viewMark } from '../attendance.view';
import { EndingsService } from '../endings.service';
import { AttendanceMark, MarkDecision } from '../mark.entity';
import { keeps } from '../registers';
import { CorrectionTasks } from './correction-tasks';
import type { CorrectionView } from './corrections.view';

const shownAtOnce = 200;

/** Marks that came after their batch was closed: a second person says whether they count. */
@Injectable()
export class CorrectionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(CorrectionTasks) private readonly tasks: CorrectionTasks,
    @Inject(EndingsService) private readonly endings: EndingsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Those that wait, of her own batches and of her county's; the earliest first. */
  async waiting(actor: Actor): Promise<CorrectionView[]> {
    const { rows } = this.database;
    const query = rows
      .createQueryBuilder(AttendanceMark, 'mark')
      .innerJoin(Session, 'session', 'session.id = mark.sessionId')
      .innerJoin(Batch, 'batch', 'batch.id = session.batchId')
      .leftJoin(MarkDecision, 'decision', 'decision.markId = mark.id')
      .where('mark.needsSecond = :yes AND decision.markId IS NULL', { yes: true })
      .andWhere(
        new Brackets((either) => {
          either.where('batch.trainerId = :trainerId', { trainerId: actor.trainerId });
          actor.scope('attendance.confirm').prefixes.forEach((prefix, index) => {
            either.orWhere(`batch.countyCode LIKE :county${index}`, { [`county${index}`]: `${prefix}%` });
          });
        }),
      );
    const marks = await query.orderBy('mark.receivedAt').addOrderBy('mark.id').take(shownAtOnce).getMany();
    if (marks.length === 0) return [];
    const unique = (ids: readonly string[]) => In([...new Set(ids)]);
    const sessions = await rows.findBy(Session, { id: unique(marks.map(({ sessionId }) => sessionId)) });
    const batches = await rows.findBy(Batch, { id: unique(sessions.map(({ batchId }) => batchId)) });
    const courses = await rows.findBy(Course, { id: unique(batches.map(({ courseId }) => courseId)) });
    const nameOf = await accountNames(
      rows,
      marks.map(({ byAccountId }) => byAccountId),
    );
    const women = await this.women.byIds(marks.map(({ womanId }) => womanId));
    const regions = await this.regions.tree();
    const byId = <Row extends { id: string }>(list: Row[]) => new Map(list.map((row) => [row.id, row]));
    const [sessionOf, batchOf, courseOf] = [byId(sessions), byId(batches), byId(courses)];
    return marks.map((mark) => {
      const { id: sessionId, heldOn, half, batchId } = sessionOf.get(mark.sessionId)!;
      const woman = women.get(mark.womanId)!;
      return {
        mark: viewMark(mark, nameOf(mark.byAccountId), false),
        isOwn: mark.byAccountId === actor.accountId,
        ...{ womanName: woman.name, villageName: regions.name(woman.villageCode) },
        ...{ sessionId, title: courseOf.get(batchOf.get(batchId)!.courseId)!.title, heldOn, half },
      };
    });
  }

  /** Decides whether a mark counts, once and for all, and what that makes of her course. */
  async decide(actor: Actor, markId: string, isConfirmed: boolean): Promise<void> {
    const { rows } = this.database;
    const mark = found(await rows.findOneBy(AttendanceMark, { id: markId, needsSecond: true }));
    const { batchId } = await rows.findOneByOrFail(Session, { id: mark.sessionId });
    await this.database.transact(async (tx) => {
      const batch = found(await this.database.lock(tx, Batch, batchId));
      if (!keeps(actor, batch, 'attendance.confirm')) throw new Refusal('thing.notFound');
      if (mark.byAccountId === actor.accountId) throw new Refusal('mark.ownCorrection');
      const before = await tx.findOneBy(MarkDecision, { markId });
      const isSame = before?.isConfirmed === isConfirmed && before.byAccountId === actor.accountId;
      if (isSame) return;
      if (before) throw new Refusal('mark.decided');
      const byAccountId = actor.accountId;
      await tx.insert(MarkDecision, { markId, isConfirmed, byAccountId, at: this.clock.now() });
      await this.tasks.endWhereNoneWaits(tx, batchId);
      if (isConfirmed) await this.endings.settleAgain(tx, batch, mark.womanId, byAccountId);
    });
  }
}
