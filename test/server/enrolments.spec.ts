import { takeSeat } from '../../server/enrolments/enrolments.queries';
import { Enrolment, EnrolmentChange } from '../../server/enrolments/enrolment.entity';
import type { EnrolledWomanView, EnrolmentView } from '../../server/enrolments/enrolments.view';
import type { NoticeView } from '../../server/notices/notices.view';
import { setTimeout as pause } from 'node:timers/promises';
import { Batch } from '../../server/courses/batch.entity';
import { Seats } from '../../server/enrolments/seats';
import { Woman } from '../../server/women/woman.entity';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer, helper, keepCard, women, type HouseWoman } from '../support/house/people';
import { yanshou } from '../support/house/places';
import {
  aBatch,
  giveUp,
  signUp,
  standing,
  type SentBatch,
  type SentStanding,
} from '../support/house/teaching';

const oneHour = 60 * 60 * 1000;

describeHouse('An enrolment', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  const taken = async ({ id }: SentBatch) => (await house.database.rows.findOneByOrFail(Batch, { id })).taken;
  const answer = (woman: HouseWoman, { enrolmentId }: SentStanding, what: 'acceptance' | 'declining') =>
    woman.calls.post<SentStanding>(`/enrolments/${enrolmentId}/${what}`);
  const states = async (batch: SentBatch) =>
    granted(await officer.get<EnrolledWomanView[]>(`/batches/${batch.id}/enrolments`)).map(
      ({ state }) => state,
    );

  it('of forty women at once for five seats: five are enrolled, thirty-five wait, nobody is there twice', async () => {
    const everybody = await women(house, 40);
    const batch = await aBatch(house, { capacity: 5 }, officer);
    const answers = await Promise.all(everybody.map((woman) => signUp(woman, batch)));
    const count = (state: string) => answers.filter((one) => one.state === state).length;
    expect([count('enrolled'), count('waiting')]).toEqual([5, 35]);
    expect(await taken(batch)).toBe(5);
    const rows = await house.database.rows.findBy(Enrolment, { batchId: batch.id });
    expect(new Set(rows.map(({ womanId }) => womanId)).size).toBe(40);
    expect(rows).toHaveLength(40);
    expect(rows.filter(({ state }) => state === 'enrolled')).toHaveLength(5);
  });

  it('takes its seat under a guard in the database, even if the batch was not locked', async () => {
    const batch = await aBatch(house, { capacity: 5 }, officer);
    const takers = Array.from({ length: 40 }, () => house.database.transact((tx) => takeSeat(tx, batch.id)));
    expect((await Promise.all(takers)).filter((took) => took)).toHaveLength(5);
    expect(await taken(batch)).toBe(5);
  });

  it('of the same woman ten times at once, and once by her helper, is one enrolment', async () => {
    const woman = await aWoman(house);
    const by = await helper(house, yanshou.township);
    const batch = await aBatch(house, {}, officer);
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => signUp(woman, batch)),
      by
        .post<SentStanding>(`/batches/${batch.id}/enrolments`, { womanId: woman.id })
        .then((one) => granted(one) as SentStanding),
    ]);
    expect(new Set(answers.map(({ enrolmentId }) => enrolmentId)).size).toBe(1);
    expect(answers.every(({ state }) => state === 'enrolled')).toBe(true);
    expect(await taken(batch)).toBe(1);
    expect(
      await house.database.rows.countBy(EnrolmentChange, { enrolmentId: answers[0]!.enrolmentId! }),
    ).toBe(1);
  });

  it('says honestly where she stands, and what she may do', async () => {
    const [first, second, third] = await women(house, 3);
    const batch = await aBatch(house, { capacity: 1 }, officer);
    expect(await standing(first!, batch)).toMatchObject({
      enrolmentId: null,
      sentence: null,
      abilities: { apply: true, accept: false, decline: false, giveUp: false },
    });
    expect((await signUp(first!, batch)).sentence).toMatch(/^您已被录取，12月|^您已被录取，1月/);
    house.setClock('2026-11-23T02:00:01Z');
    expect((await signUp(second!, batch)).sentence).toBe('名额满了。您排在候补第一位，有空位马上告诉您。');
    house.setClock('2026-11-23T02:00:02Z');
    expect((await signUp(third!, batch)).sentence).toBe('名额满了。您在候补里，前面还有1位。');
    expect((await standing(third!, batch)).abilities).toEqual({
      apply: false,
      accept: false,
      decline: false,
      giveUp: true,
    });
  });

  it('given up passes its seat to the first who waits, as an offer of seventy-two hours', async () => {
    const [seated, first, second] = await women(house, 3);
    const batch = await aBatch(house, { capacity: 1 }, officer);
    const hers = await signUp(seated!, batch);
    house.setClock('2026-11-23T02:00:01Z');
    await signUp(first!, batch);
    house.setClock('2026-11-23T02:00:02Z');
    await signUp(second!, batch);
    expect(await giveUp(seated!, hers.enrolmentId)).toMatchObject({ state: 'given_up' });
    const offer = await standing(first!, batch);
    expect(offer).toMatchObject({
      state: 'offered',
      offerUntil: '2026-11-26T02:00:02.000Z',
      abilities: { apply: false, accept: true, decline: true, giveUp: false },
    });
    expect(await standing(second!, batch)).toMatchObject({ state: 'waiting' });
    const [notice] = granted(await first!.calls.get<NoticeView[]>(`/women/${first!.id}/notices`));
    expect(notice).toMatchObject({ event: 'seat_from_waiting', batchId: batch.id });
    expect(await giveUp(seated!, hers.enrolmentId)).toMatchObject({ state: 'given_up' });
    expect(await taken(batch)).toBe(1);
  });

  /** A batch of one seat, offered to `first`, while `second` waits. */
  async function anOffer() {
    const [seated, first, second] = await women(house, 3);
    const batch = await aBatch(house, { capacity: 1 }, officer);
    const { enrolmentId } = await signUp(seated!, batch);
    await signUp(first!, batch);
    house.setClock('2026-11-23T02:00:01Z');
    await signUp(second!, batch);
    await giveUp(seated!, enrolmentId);
    return { batch, first: first!, second: second!, offer: await standing(first!, batch) };
  }

  it('offered and accepted is enrolled, however often she says so', async () => {
    const { batch, first, offer } = await anOffer();
    const answers = await Promise.all(Array.from({ length: 5 }, () => answer(first, offer, 'acceptance')));
    expect(answers.map(({ body }) => body.state)).toEqual(answers.map(() => 'enrolled'));
    expect(await taken(batch)).toBe(1);
    expect(await answer(first, offer, 'declining')).toMatchObject({ status: 409, code: 'enrolment.noOffer' });
  });

  it('offered and declined passes the seat on, and she may come back as one who waits', async () => {
    const { batch, first, second, offer } = await anOffer();
    expect((await answer(first, offer, 'declining')).body).toMatchObject({ state: 'declined' });
    expect(await standing(second, batch)).toMatchObject({ state: 'offered' });
    expect(await taken(batch)).toBe(1);
    const again = await signUp(first, batch);
    expect(again).toMatchObject({ state: 'waiting', enrolmentId: offer.enrolmentId });
  });

  it('accepted and declined at once ends in one of the two, with its seat', async () => {
    const { batch, first, offer } = await anOffer();
    const both = await Promise.all([answer(first, offer, 'acceptance'), answer(first, offer, 'declining')]);
    expect(both.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(['enrolled', 'declined']).toContain((await standing(first, batch)).state);
    expect(await taken(batch)).toBe(1);
  });

  it('offered is good until its last millisecond', async () => {
    const { first, offer } = await anOffer();
    house.setClock(new Date(Date.parse(offer.offerUntil!) - 1));
    expect((await answer(first, offer, 'acceptance')).status).toBe(200);
  });

  it('offered lapses a millisecond later, and the seat goes to the next', async () => {
    const { batch, first, second, offer } = await anOffer();
    house.setClock(offer.offerUntil!);
    expect(await answer(first, offer, 'acceptance')).toMatchObject({
      status: 409,
      code: 'enrolment.offerLapsed',
    });
    await house.passTo(offer.offerUntil!);
    expect(await standing(first, batch)).toMatchObject({ state: 'lapsed', abilities: { apply: true } });
    expect(await standing(second, batch)).toMatchObject({
      state: 'offered',
      offerUntil: new Date(Date.parse(offer.offerUntil!) + 72 * oneHour).toISOString(),
    });
    expect(await taken(batch)).toBe(1);
    expect(await answer(first, offer, 'declining')).toMatchObject({ code: 'enrolment.offerLapsed' });
  });

  it('is offered to nobody once the batch has begun', async () => {
    const { batch, first, second, offer } = await anOffer();
    granted(await answer(first, offer, 'acceptance'));
    await house.passTo(`${batch.startsOn}T02:00:00Z`);
    const late = { ...first, calls: await house.signIn(first.calls.openid) };
    await giveUp(late, offer.enrolmentId);
    expect(await standing(second, batch)).toMatchObject({ state: 'waiting' });
    expect(await taken(batch)).toBe(0);
  });

  it('clashing with another of hers is refused, and the other is named', async () => {
    const woman = await aWoman(house);
    const other = await aBatch(house, { title: '家政入门', family: 'home_service' }, officer);
    const { enrolmentId } = await signUp(woman, other);
    const [{ heldOn, half }] = other.sessions as [SentBatch['sessions'][number]];
    const clashing = await aBatch(house, { sessions: [{ heldOn, half }] }, officer);
    const beside = await aBatch(house, { sessions: [{ heldOn, half: 'afternoon' }] }, officer);
    const refused = await woman.calls.post(`/batches/${clashing.id}/enrolments`, {});
    expect(refused).toMatchObject({ status: 409, code: 'enrolment.clash' });
    expect(refused.body).toMatchObject({ about: { with: '家政入门' } });
    expect(await signUp(woman, beside)).toMatchObject({ state: 'enrolled' });
    await giveUp(woman, enrolmentId);
    expect(await signUp(woman, clashing)).toMatchObject({ state: 'enrolled' });
  });

  it('in two clashing batches at once ends in one of them', async () => {
    const woman = await aWoman(house);
    const first = await aBatch(house, {}, officer);
    const [{ heldOn, half }] = first.sessions as [SentBatch['sessions'][number]];
    const second = await aBatch(house, { sessions: [{ heldOn, half }] }, officer);
    const both = await Promise.all(
      [first, second, first, second].map(({ id }) => woman.calls.post(`/batches/${id}/enrolments`, {})),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect((await taken(first)) + (await taken(second))).toBe(1);
  });

  it('goes past her when the seat that comes free clashes with one she has by then', async () => {
    const [seated, first, second] = await women(house, 3);
    const batch = await aBatch(house, { capacity: 1 }, officer);
    const hers = await signUp(seated!, batch);
    await signUp(first!, batch);
    house.setClock('2026-11-23T02:00:01Z');
    await signUp(second!, batch);
    const [{ heldOn, half }] = batch.sessions as [SentBatch['sessions'][number]];
    await signUp(first!, await aBatch(house, { sessions: [{ heldOn, half }] }, officer));
    await giveUp(seated!, hers.enrolmentId);
    expect(await standing(first!, batch)).toMatchObject({ state: 'waiting' });
    expect(await standing(second!, batch)).toMatchObject({ state: 'offered' });
  });

  it('goes past her also when she takes the clashing seat at the very moment in which this one comes free', async () => {
    const [seated, first] = await women(house, 2);
    const batch = await aBatch(house, { capacity: 1 }, officer);
    const hers = await signUp(seated!, batch);
    await signUp(first!, batch);
    const [{ heldOn, half }] = batch.sessions as [SentBatch['sessions'][number]];
    const clashing = await aBatch(house, { sessions: [{ heldOn, half }] }, officer);
    let givingUp: Promise<unknown> | undefined;
    await house.database.transact(async (tx) => {
      await house.database.lock(tx, Woman, first!.id);
      givingUp ??= giveUp(seated!, hers.enrolmentId);
      await pause(300);
      await house.app
        .get(Seats)
        .begin(tx, await tx.findOneByOrFail(Batch, { id: clashing.id }), first!.id, 'enrolled', {
          byAccountId: null,
          reason: '同时',
        });
    });
    await givingUp;
    expect(await standing(first!, batch)).toMatchObject({ state: 'waiting' });
  });

  it('reaches a newcomer where all who wait have a clash, and them as soon as they have none', async () => {
    const [seated, waits, newcomer] = await women(house, 3);
    const batch = await aBatch(house, { capacity: 2 }, officer);
    const others = [await signUp(seated!, batch), await signUp(await aWoman(house), batch)];
    await signUp(waits!, batch);
    const [{ heldOn, half }] = batch.sessions as [SentBatch['sessions'][number]];
    const elsewhere = await signUp(
      waits!,
      await aBatch(house, { sessions: [{ heldOn, half }], title: '别处' }, officer),
    );
    await giveUp(seated!, others[0]!.enrolmentId);
    expect(await standing(waits!, batch)).toMatchObject({ state: 'waiting' });
    expect(['offered', 'enrolled']).toContain((await signUp(newcomer!, batch)).state);

    await giveUp(newcomer!, (await standing(newcomer!, batch)).enrolmentId);
    await giveUp(waits!, elsewhere.enrolmentId);
    await house.passTo('2026-11-23T02:01:00Z');
    expect(await standing(waits!, batch)).toMatchObject({ state: 'offered' });
  });

  it('is refused when sign-up is over, when the batch runs and when it is cancelled', async () => {
    const woman = await aWoman(house);
    const batch = await aBatch(
      house,
      { signUpUntil: '2026-11-24', sessions: [{ heldOn: '2026-11-26', half: 'morning' }] },
      officer,
    );
    const refusal = async () => (await woman.calls.post(`/batches/${batch.id}/enrolments`, {})).code;
    house.setClock('2026-11-24T16:00:00Z');
    expect(await refusal()).toBe('batch.signUpOver');
    await house.passTo('2026-11-24T16:00:00Z');
    expect(await refusal()).toBe('batch.signUpOver');
    await house.passTo('2026-11-26T01:00:00Z');
    expect(await refusal()).toBe('batch.notOpen');
    await house.database.rows.update(Batch, { id: batch.id }, { state: 'cancelled' });
    expect(await refusal()).toBe('batch.cancelled');
  });

  it('in a course she cannot follow is refused, in one that is only far or at another time is hers to choose', async () => {
    const woman = await aWoman(house);
    await keepCard(woman, { families: ['planting'], reading: 0, isBodyLimited: true, freeMonths: [7] });
    const refusal = async (batch: SentBatch) =>
      woman.calls.post(`/batches/${batch.id}/enrolments`, {}).then(({ code }) => code);
    const titled = (title: string, more: object) => aBatch(house, { title, ...more }, officer);
    expect(await refusal(await titled('电商', { reading: 2 }))).toBe('enrolment.notEligible');
    expect(await refusal(await titled('养牛', { isHeavy: true }))).toBe('enrolment.notEligible');
    expect(await signUp(woman, await titled('轻松的', {}))).toMatchObject({ state: 'enrolled' });
  });

  it('in a batch whose seats are assigned is an application that holds no seat', async () => {
    const woman = await aWoman(house);
    const batch = await aBatch(house, { admission: 'assignment' }, officer);
    const applied = await signUp(woman, batch);
    expect(applied).toMatchObject({ state: 'applied', abilities: { giveUp: true } });
    expect(await taken(batch)).toBe(0);
    expect(await giveUp(woman, applied.enrolmentId)).toMatchObject({ state: 'given_up' });
    expect(await signUp(woman, batch)).toMatchObject({
      state: 'applied',
      enrolmentId: applied.enrolmentId,
    });
  });

  it('remembers every change, by whom and when', async () => {
    const { batch, first, second, offer } = await anOffer();
    await house.passTo(offer.offerUntil!);
    const again = await signUp(first, batch);
    await giveUp(first, again.enrolmentId);
    const history = await house.database.rows.find(EnrolmentChange, {
      where: { enrolmentId: offer.enrolmentId! },
      order: { id: 'ASC' },
    });
    expect(
      history.map(({ fromState, toState, byAccountId }) => [fromState, toState, byAccountId !== null]),
    ).toEqual([
      [null, 'waiting', true],
      ['waiting', 'offered', false],
      ['offered', 'lapsed', false],
      ['lapsed', 'waiting', true],
      ['waiting', 'given_up', true],
    ]);
    expect(await states(batch)).toEqual(['given_up', 'given_up', 'offered']);
    const hers = granted(await second.calls.get<EnrolmentView[]>(`/women/${second.id}/enrolments`));
    expect(hers.map(({ state, batch: of }) => [state, of.id])).toEqual([['offered', batch.id]]);
  });
});
