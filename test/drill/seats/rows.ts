import { createHash } from 'node:crypto';
import { Account, AccountRole, SignIn } from '../../../server/accounts/account.entity';
import { dayOf, daysLater, startOf } from '../../../server/calendar/days.rules';
import { Batch, Session } from '../../../server/courses/batch.entity';
import { Course, Trainer, Venue } from '../../../server/courses/course.entity';
import { dataSourceFor } from '../../../server/database/data-source';
import { newId } from '../../../server/database/new-id';
import { Woman } from '../../../server/women/woman.entity';

const county = '230129';
const village = '230129101201';
const rowsAtOnce = 500;

export interface DrillWoman {
  readonly womanId: string;
  readonly token: string;
  readonly batchId: string;
}

export interface DrillRows {
  readonly batchIds: readonly string[];
  readonly women: readonly DrillWoman[];
}

/** Lays the tables and puts in women who are signed in, and batches that are open to whoever comes first. */
export async function layRows(
  databaseUrl: string,
  women: number,
  batches: number,
  seats: number,
): Promise<DrillRows> {
  const dataSource = await dataSourceFor(databaseUrl).initialize();
  try {
    await dataSource.runMigrations();
    const { manager } = dataSource;
    const now = new Date();
    const ids = { course: newId(), trainer: newId(), venue: newId() };
    await manager.insert(Course, {
      ...{ id: ids.course, title: '柳编', family: 'handicraft', summary: '', reading: 0, isHeavy: false },
      completeShare: 80,
      audience: 'women',
    });
    await manager.insert(Trainer, {
      id: ids.trainer,
      name: '孙丽华',
      countyCode: county,
      speciality: '柳编',
    });
    await manager.insert(Venue, { id: ids.venue, name: '文化站', regionCode: village, address: '' });
    const batchIds = Array.from({ length: batches }, () => newId());
    for (const [place, batchId] of batchIds.entries()) {
      const heldOn = daysLater(dayOf(now), 40 + place);
      await manager.insert(Batch, {
        ...{
          id: batchId,
          courseId: ids.course,
          countyCode: county,
          venueId: ids.venue,
          trainerId: ids.trainer,
        },
        ...{
          state: 'open',
          admission: 'direct',
          capacity: seats,
          minimum: 1,
          taken: 0,
          reservedForPoor: null,
        },
        ...{ signUpUntil: startOf(daysLater(dayOf(now), 30)), startsOn: heldOn, endsOn: heldOn },
        ...{ cancelReason: null, createdAt: now, openedById: newId() },
      });
      await manager.insert(Session, { id: newId(), batchId, heldOn, half: 'morning' });
    }
    const crowd = Array.from({ length: women }, (_, place) => ({
      ...{ womanId: newId(), accountId: newId(), token: `drill-${place}` },
      batchId: batchIds[place % batches]!,
    }));
    for (let from = 0; from < crowd.length; from += rowsAtOnce) {
      const some = crowd.slice(from, from + rowsAtOnce);
      await manager.insert(
        Woman,
        some.map(({ womanId, accountId }) => ({
          ...{ id: womanId, name: '王秀英', phoneSealed: null, phoneMark: null, villageCode: village },
          ...{ bornInYear: 1980, isRegisteredPoor: false, povertySource: null, povertyAsOf: null },
          ...{ isLeader: false, mergedIntoId: null, createdAt: now, enteredById: accountId },
        })),
      );
      await manager.insert(
        Account,
        some.map(({ womanId, accountId }) => ({
          ...{ id: accountId, name: '王秀英', openid: accountId, womanId, trainerId: null },
          ...{ createdAt: now, suspendedAt: null },
        })),
      );
      await manager.insert(
        AccountRole,
        some.map(({ accountId }) => ({ accountId, role: 'woman' as const, regionCode: village })),
      );
      await manager.insert(
        SignIn,
        some.map(({ accountId, token }) => ({
          ...{ tokenHash: createHash('sha256').update(token).digest('hex'), accountId, createdAt: now },
          ...{ id: newId(), kind: 'wechat' as const, deviceName: '安卓手机 · 微信', lastSeenAt: now },
          expiresAt: new Date(now.getTime() + 24 * 60 * 60 * 1000),
        })),
      );
    }
    return { batchIds, women: crowd };
  } finally {
    await dataSource.destroy();
  }
}
