import { Batch } from '../../server/courses/batch.entity';
import { Completion } from '../../server/courses/completion.entity';
import { newId } from '../../server/database/new-id';
import { CapacityChange, EnrolmentChange } from '../../server/enrolments/enrolment.entity';
import { OffersService } from '../../server/enrolments/offers.service';
import type { CapacityView } from '../../server/enrolments/enrolments.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer, helper, women, type HouseWoman } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { aBatch, giveUp, signUp, standing, type SentBatch } from '../support/house/teaching';

describeHouse('A seat', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  const resize = ({ id }: SentBatch, capacity: number, seen?: number, by = officer) =>
    by.put<CapacityView>(`/batches/${id}/capacity`, { capacity, ...(seen !== undefined && { seen }) });
  const remove = (enrolmentId: string | null, by: Caller, reason = '搬到外县去了') =>
    by.post(`/enrolments/${enrolmentId}/removal`, { reason });
  const stateOf = async (woman: HouseWoman, batch: SentBatch) => (await standing(woman, batch)).state;
  const taken = async ({ id }: SentBatch) => (await house.database.rows.findOneByOrFail(Batch, { id })).taken;

  /** One seat, held by the first; the others wait in their order. */
  async function oneSeat(number = 3) {
    const all = await women(house, number);
    const batch = await aBatch(house, { capacity: 1 }, officer);
    for (const woman of all) await signUp(woman, batch);
    const { enrolmentId } = await standing(all[0]!, batch);
    return { batch, enrolmentId, seated: all[0]!, first: all[1]!, second: all[2]! };
  }

  it.each(['helper', 'officer'])('of her whom a %s takes out goes to the first who waits', async (who) => {
    const { batch, enrolmentId, seated, first, second } = await oneSeat();
    const by = who === 'helper' ? await helper(house, yanshou.township) : officer;
    granted(await remove(enrolmentId, by));
    expect(await stateOf(first, batch)).toBe('offered');
    expect(await stateOf(second, batch)).toBe('waiting');
    expect(await taken(batch)).toBe(1);
    const [last] = await house.database.rows.find(EnrolmentChange, {
      where: { enrolmentId: enrolmentId! },
      order: { id: 'DESC' },
    });
    expect(last).toMatchObject({ fromState: 'enrolled', toState: 'removed', reason: '搬到外县去了' });
    expect(last!.byAccountId).not.toBeNull();
    expect(granted(await remove(enrolmentId, by))).toMatchObject({ state: 'removed' });
    const again = await seated.calls.post(`/batches/${batch.id}/enrolments`, {});
    expect(again.code).toBe('enrolment.removed');
  });

  it('is not taken by strangers, by herself or without a reason', async () => {
    const { enrolmentId, seated } = await oneSeat();
    const stranger = await helper(house, bayan.township);
    expect(await remove(enrolmentId, stranger)).toMatchObject({ status: 404 });
    expect(await remove(enrolmentId, seated.calls)).toMatchObject({ status: 403 });
    for (const reason of ['', '长'.repeat(61), 7])
      expect(await remove(enrolmentId, officer, reason as string)).toMatchObject({ status: 400 });
    expect(await remove(newId(), officer)).toMatchObject({ status: 404 });
  });

  it('added goes to those who wait; one taken away throws nobody out and says so', async () => {
    const { batch, seated, first, second, enrolmentId } = await oneSeat();
    expect(granted(await resize(batch, 2, 1))).toEqual({
      capacity: 2,
      taken: 2,
      isOverfull: false,
      offered: 1,
    });
    expect(await stateOf(first, batch)).toBe('offered');
    expect(granted(await resize(batch, 1))).toEqual({ capacity: 1, taken: 2, isOverfull: true, offered: 0 });
    expect([await stateOf(seated, batch), await stateOf(first, batch)]).toEqual(['enrolled', 'offered']);
    await giveUp(seated, enrolmentId);
    expect(await stateOf(second, batch)).toBe('waiting');
    expect(await taken(batch)).toBe(1);
    const changes = await house.database.rows.findBy(CapacityChange, { batchId: batch.id });
    expect(changes.map(({ toCapacity }) => toCapacity).sort()).toEqual([1, 2]);
  });

  it('is counted by one of two officers who change the number at once, and the other is told', async () => {
    const { batch } = await oneSeat();
    const other = await countyOfficer(house, yanshou.county);
    const answers = await Promise.all([resize(batch, 2, 1), resize(batch, 3, 1, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.code).toBe('batch.capacityChanged');
    const { capacity } = await house.database.rows.findOneByOrFail(Batch, { id: batch.id });
    expect(await taken(batch)).toBe(capacity === 2 ? 2 : 3);
  });

  it('is not counted wrongly: odd numbers, other counties and ended batches are refused', async () => {
    const { batch } = await oneSeat();
    for (const odd of [0, -1, 1.5, 501, '2', null])
      expect(await resize(batch, odd as number)).toMatchObject({ status: 400 });
    expect(await resize(batch, 2, undefined, await countyOfficer(house, bayan.county))).toMatchObject({
      status: 404,
    });
    for (const state of ['running', 'finished', 'cancelled'] as const) {
      await house.database.rows.update(Batch, { id: batch.id }, { state });
      expect(await resize(batch, 2)).toMatchObject({ status: 409, code: 'batch.capacityFixed' });
    }
    const two = await aBatch(house, { capacity: 4, minimum: 2 }, officer);
    expect(await resize(two, 1)).toMatchObject({ status: 400, code: 'batch.capacityBelowMinimum' });
  });

  it('that comes free in a cancelled batch is offered to nobody', async () => {
    const { batch, enrolmentId, seated, first } = await oneSeat();
    await house.database.rows.update(Batch, { id: batch.id }, { state: 'cancelled' });
    await giveUp(seated, enrolmentId);
    expect(await stateOf(first, batch)).toBe('waiting');
  });

  it('goes by the published policy, not by who tapped first; her place is told by it', async () => {
    const seated = await aWoman(house);
    const away = await aWoman(house, { villageCode: bayan.village });
    const trained = await aWoman(house);
    const untrained = await aWoman(house);
    await house.database.rows.insert(Completion, {
      ...{ id: newId(), womanId: trained.id, batchId: newId(), courseId: newId(), completedOn: '2025-06-01' },
    });
    const batch = await aBatch(house, { capacity: 1 }, officer);
    const { enrolmentId } = await signUp(seated, batch);
    for (const woman of [away, trained, untrained]) await signUp(woman, batch);
    const places = async () =>
      Promise.all([untrained, trained, away].map(async (woman) => (await standing(woman, batch)).before));
    expect(await places()).toEqual([0, 1, 2]);
    expect((await standing(away, batch)).sentence).toContain('前面还有2位');
    await giveUp(seated, enrolmentId);
    expect(await stateOf(untrained, batch)).toBe('offered');
    expect(await places()).toEqual([null, 0, 1]);
  });

  it('is not lost to somebody who comes later while the clock is set back', async () => {
    const { batch, enrolmentId, seated, first } = await oneSeat();
    house.setClock('2026-11-23T01:00:00Z');
    const late = await aWoman(house);
    expect(await signUp(late, batch)).toMatchObject({ state: 'waiting', before: 2 });
    await giveUp(seated, enrolmentId);
    expect(await stateOf(first, batch)).toBe('offered');
    await house.passTo('2026-11-23T00:00:00Z');
    expect(await stateOf(first, batch)).toBe('offered');
  });

  it('is offered on once, however many workers look at the clock at the same moment', async () => {
    const { batch, enrolmentId, seated, first, second } = await oneSeat();
    await giveUp(seated, enrolmentId);
    const offer = await standing(first, batch);
    house.setClock(offer.offerUntil!);
    const service = house.app.get(OffersService);
    await Promise.all(Array.from({ length: 8 }, () => service.lapseOffers()));
    const lapses = await house.database.rows.findBy(EnrolmentChange, { toState: 'lapsed' });
    expect(lapses.filter(({ enrolmentId: of }) => of === offer.enrolmentId)).toHaveLength(1);
    expect(new Set(lapses.map(({ enrolmentId: of }) => of)).size).toBe(lapses.length);
    expect([await stateOf(first, batch), await stateOf(second, batch)]).toEqual(['lapsed', 'offered']);
    expect(await taken(batch)).toBe(1);
  });

  it('accepted by her helper after a call is recorded as such, under the helper', async () => {
    const { batch, enrolmentId, seated, first } = await oneSeat();
    await giveUp(seated, enrolmentId);
    const by = await helper(house, yanshou.township);
    const offer = await standing(first, batch);
    granted(await by.post(`/enrolments/${offer.enrolmentId}/acceptance`));
    const history = await house.database.rows.findBy(EnrolmentChange, { enrolmentId: offer.enrolmentId! });
    expect(history.find(({ toState }) => toState === 'enrolled')!.reason).toBe('帮办人电话问过后代接受录取');
  });
});
