import { Delivery, DeliveryAttempt } from '../../../server/notices/delivery/delivery.entity';
import { Notice } from '../../../server/notices/notice.entity';
import type { NoticeEvent } from '../../../server/notices/notices.rules';
import { granted, type Caller } from './caller';
import type { House } from './house';
import { aWoman, type HouseWoman } from './people';
import { aBatch, giveUp, signUp, type SentBatch } from './teaching';

/** A woman with a phone who wants to be told. */
export async function aReachableWoman(house: House): Promise<HouseWoman> {
  return aWoman(house, { agreesMessages: true, phone: '13800005678' });
}

/** She waits, another gives up her seat, and it is offered to her. */
export async function offerTo(house: House, her: HouseWoman, officer?: Caller): Promise<SentBatch> {
  const batch = await aBatch(house, { capacity: 1 }, officer);
  const before = await aWoman(house);
  const { enrolmentId } = await signUp(before, batch);
  await signUp(her, batch);
  await giveUp(before, enrolmentId);
  return batch;
}

/** How her notice of this event was tried: `wechat sent`, in order. */
export async function attemptsOf(
  { database }: House,
  { id: womanId }: Pick<HouseWoman, 'id'>,
  event: NoticeEvent = 'seat_from_waiting',
): Promise<string[]> {
  const { id: noticeId } = await database.rows.findOneByOrFail(Notice, { womanId, event });
  const attempts = await database.rows.find(DeliveryAttempt, { where: { noticeId }, order: { id: 'ASC' } });
  return attempts.map(({ rung, result }) => `${rung} ${result}`);
}

export async function rungOf(
  { database }: House,
  { id: womanId }: Pick<HouseWoman, 'id'>,
  event: NoticeEvent = 'seat_from_waiting',
): Promise<string> {
  const { id: noticeId } = await database.rows.findOneByOrFail(Notice, { womanId, event });
  const { rung, reachedBy } = await database.rows.findOneByOrFail(Delivery, { noticeId });
  return reachedBy ? `${rung} by ${reachedBy}` : rung;
}

export async function consentsTo(
  her: HouseWoman,
  purpose: 'messages' | 'needs',
  agrees: boolean,
): Promise<void> {
  granted(await her.calls.post(`/women/${her.id}/consents`, { purpose, agrees }));
}
