import { createHash } from 'node:crypto';
import { Account, AccountRole, SignIn } from '../../../server/accounts/account.entity';
import { dayOf, startOf } from '../../../server/calendar/days.rules';
import { Batch, Session } from '../../../server/courses/batch.entity';
import { Course, Trainer, Venue } from '../../../server/courses/course.entity';
import { dataSourceFor } from '../../../server/database/data-source';
import { newId } from '../../../server/database/new-id';
import { Enrolment } from '../../../server/enrolments/enrolment.entity';

const [county, village] = ['230129', '230129101201'];
const rowsAtOnce = 1_000;

/** A trainer with her class of this morning. */
export interface DrillTrainer {
  readonly token: string;
  readonly sessionId: string;
  readonly womanIds: readonly string[];
}

/** Lays the tables, and puts in trainers who are signed in, each with a class that meets this morning. */
export async function layClasses(
  databaseUrl: string,
  trainers: number,
  women: number,
): Promise<DrillTrainer[]> {
  const dataSource = await dataSourceFor(databaseUrl).initialize();
  try {
    await dataSource.runMigrations();
    const { manager } = dataSource;
    const now = new Date();
    const today = dayOf(now);
    const [courseId, venueId] = [newId(), newId()];
    await manager.insert(Course, {
      ...{ id: courseId, title: '柳编', family: 'handicraft', summary: '', reading: 0, isHeavy: false },
      ...{ completeShare: 80, audience: 'women' },
    });
    await manager.insert(Venue, { id: venueId, name: '文化站', regionCode: village, address: '' });
    const classes = Array.from({ length: trainers }, (_, place) => ({
      ...{ token: `drill-${place}`, trainerId: newId(), accountId: newId(), batchId: newId() },
      ...{ sessionId: newId(), womanIds: Array.from({ length: women }, () => newId()) },
    }));
    await manager.insert(
      Trainer,
      classes.map(({ trainerId: id }) => ({ id, name: '孙丽华', countyCode: county, speciality: '柳编' })),
    );
    await manager.insert(
      Account,
      classes.map(({ accountId: id, trainerId }) => ({
        ...{ id, name: '孙丽华', openid: id, womanId: null, trainerId, createdAt: now, suspendedAt: null },
      })),
    );
    await manager.insert(
      AccountRole,
      classes.map(({ accountId }) => ({ accountId, role: 'trainer' as const, regionCode: county })),
    );
    await manager.insert(
      SignIn,
      classes.map(({ accountId, token }) => ({
        ...{ tokenHash: createHash('sha256').update(token).digest('hex'), id: newId(), accountId },
        ...{ kind: 'wechat' as const, deviceName: '安卓手机 · 微信', createdAt: now, lastSeenAt: now },
        expiresAt: new Date(now.getTime() + 24 * 60 * 60 * 1000),
      })),
    );
    await manager.insert(
      Batch,
      classes.map(({ batchId: id, trainerId }) => ({
        ...{ id, courseId, countyCode: county, venueId, trainerId, state: 'running' as const },
        ...{ admission: 'direct' as const, capacity: women, minimum: 1, taken: women, reservedForPoor: null },
        ...{ signUpUntil: startOf(today), startsOn: today, endsOn: today, cancelReason: null },
        ...{ createdAt: now, openedById: newId() },
      })),
    );
    await manager.insert(
      Session,
      classes.map(({ sessionId: id, batchId }) => ({ id, batchId, heldOn: today, half: 'morning' as const })),
    );
    const enrolments = classes.flatMap(({ batchId, womanIds }) =>
      womanIds.map((womanId) => ({
        ...{ id: newId(), batchId, womanId, state: 'enrolled' as const },
        ...{ offerUntil: null, priority: 0, waitingSince: null, createdAt: now, changedAt: now },
      })),
    );
    for (let from = 0; from < enrolments.length; from += rowsAtOnce)
      await manager.insert(Enrolment, enrolments.slice(from, from + rowsAtOnce));
    return classes;
  } finally {
    await dataSource.destroy();
  }
}
