import { addsIndex, id, instant, json, key, makesTable, maybe, text, whole } from '../columns';

export const telling = [
  makesTable(
    '1798000003001',
    'deliveries',
    {
      noticeId: key(id()),
      facts: json(),
      rung: text(10),
      dueAt: maybe(instant()),
      hurryAt: maybe(instant()),
      endsAt: maybe(instant()),
      tries: whole(),
      leasedBy: maybe(id()),
      attemptId: maybe(id()),
      reachedBy: maybe(text(10)),
    },
    { deliveries_due: { on: ['dueAt'] }, deliveries_rung: { on: ['rung', 'endsAt'] } },
  ),
  makesTable(
    '1798000003002',
    'delivery_attempts',
    {
      id: key(id()),
      noticeId: id(),
      rung: text(10),
      result: text(16),
      said: text(120),
      byAccountId: maybe(id()),
      at: instant(),
    },
    { delivery_attempts_notice: { on: ['noticeId'] } },
  ),
  addsIndex('1798000003003', 'notices', 'notices_batch', { on: ['batchId', 'event'] }),
];
