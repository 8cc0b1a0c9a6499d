import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { Account } from '../../../server/accounts/account.entity';
import { dataSourceFor } from '../../../server/database/data-source';
import { newId } from '../../../server/database/new-id';
import { addRows } from '../../../server/database/plain-rows';
import { Delivery } from '../../../server/notices/delivery/delivery.entity';
import { Notice } from '../../../server/notices/notice.entity';
import { messageFacts, sayNotice } from '../../../server/notices/notices.rules';
import { consentRow } from '../../../server/women/consent-rows';
import { fileRow } from '../../../server/women/files';
import { Consent, Woman } from '../../../server/women/woman.entity';
import { readSettings } from '../../../config/settings';
import { Seal } from '../../../server/secrecy/seal';

const village = '230129101201';
const rowsAtOnce = 500;

const openidOf = (place: number) => `drill-${place}`;

/** Lays the tables, and puts in women who want to be told by WeChat that a seat is theirs, each with her notice. */
export async function layNotices(databaseUrl: string, women: number): Promise<void> {
  const dataSource = await dataSourceFor(databaseUrl).initialize();
  try {
    await dataSource.runMigrations();
    const { manager } = dataSource;
    const now = new Date();
    const seal = new Seal(readSettings({}).secrecy);
    const facts = { title: '柳编入门', startsOn: '2030-12-01', answerBy: '11月30日', endsAt: null };
    const files = Array.from({ length: women }, (_, place) => {
      const woman = fileRow(seal, { name: '王秀英', villageCode: village }, 'drill', now);
      const consent = {
        womanId: woman.id,
        purpose: 'messages',
        given: 'herself',
        isWithdrawal: false,
      } as const;
      const noticeId = newId();
      return {
        woman,
        consent: consentRow(consent, 'drill', now),
        account: {
          ...{ id: newId(), name: '王秀英', openid: openidOf(place), womanId: woman.id, trainerId: null },
          workPhoneSealed: null,
          ...{ createdAt: now, suspendedAt: null },
        },
        notice: {
          ...{ id: noticeId, womanId: woman.id, event: 'offered' as const, batchId: newId(), createdAt: now },
          sentence: sayNotice('offered', facts),
        },
        delivery: {
          ...{ noticeId, facts: messageFacts('offered', facts), rung: 'wechat' as const, dueAt: now },
          ...{ hurryAt: null, endsAt: null, tries: 0, leasedBy: null, attemptId: null, reachedBy: null },
        },
      };
    });
    await add(
      manager,
      Woman,
      files.map(({ woman }) => woman),
    );
    await add(
      manager,
      Consent,
      files.map(({ consent }) => consent),
    );
    await add(
      manager,
      Account,
      files.map(({ account }) => account),
    );
    await add(
      manager,
      Notice,
      files.map(({ notice }) => notice),
    );
    await add(
      manager,
      Delivery,
      files.map(({ delivery }) => delivery),
    );
  } finally {
    await dataSource.destroy();
  }
}

async function add<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await addRows(manager, entity, rows.slice(from, from + rowsAtOnce));
}
