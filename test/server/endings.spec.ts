import { newId } from '../../server/database/new-id';
import { Batch } from '../../server/courses/batch.entity';
import { Completion } from '../../server/courses/completion.entity';
import { EnrolmentChange } from '../../server/enrolments/enrolment.entity';
import { Need } from '../../server/needs/need.entity';
import { granted } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aTrainer, aWoman, keepCard, type HouseWoman } from '../support/house/people';
import { aBatch, giveUp, signUp, standing, type SentBatch } from '../support/house/teaching';

const days = ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'];

describeHouse('The end of a course', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  /** A batch of five mornings with women who came to so many of them. */
  async function taught(...cameTo: readonly number[]): Promise<{ batch: SentBatch; women: HouseWoman[] }> {
    const trainer = await aTrainer(house);
    const sessions = days.map((heldOn) => ({ heldOn, half: 'morning' as const }));
    const batch = await aBatch(house, { trainerId: trainer.id, sessions, capacity: 10 });
    const women: HouseWoman[] = [];
    for (const _ of cameTo) {
      const woman = await aWoman(house);
      await keepCard(woman);
      await signUp(woman, batch);
      women.push(woman);
    }
    await house.passTo('2026-12-11T08:00:00Z');
    const marks = women.flatMap(({ id: womanId }, at) =>
      batch.sessions.slice(0, cameTo[at]).map((session) => ({
        ...{ id: newId(), sessionId: session.id, womanId, kind: 'present', reason: '照签到表补' },
        markedAt: `${session.heldOn}T01:00:00.000Z`,
      })),
    );
    granted(await trainer.calls.post('/attendance-marks', { marks, sentAt: house.now().toISOString() }));
    return { batch, women };
  }
  const statesOf = (women: readonly HouseWoman[], batch: SentBatch) =>
    Promise.all(women.map(async (woman) => (await standing(woman, batch)).state));

  it('follows from the register alone: completed, attended, or nothing known of her', async () => {
    const { batch, women } = await taught(5, 4, 3, 1, 0);
    await house.passTo('2026-12-18T08:00:00Z');
    expect(await statesOf(women, batch)).toEqual(Array.from({ length: 5 }, () => 'enrolled'));
    await house.passTo('2026-12-18T17:00:00Z');
    expect(await statesOf(women, batch)).toEqual([
      'completed',
      'completed',
      'attended',
      'attended',
      'enrolled',
    ]);
    const { rows } = house.database;
    expect(await rows.findOneByOrFail(Batch, { id: batch.id })).toMatchObject({
      state: 'finished',
      taken: 5,
    });
    expect(await rows.countBy(Completion, { batchId: batch.id })).toBe(2);
    expect(await rows.findBy(Need, { womanId: women[0]!.id, family: 'handicraft' })).toMatchObject([
      { state: 'met' },
    ]);
    expect(await rows.findBy(Need, { womanId: women[2]!.id, family: 'handicraft' })).toMatchObject([
      { state: 'open' },
    ]);
    const [change] = await rows.find(EnrolmentChange, { where: { toState: 'completed' } });
    expect(change).toMatchObject({ fromState: 'enrolled', byAccountId: null, reason: '按签到结班' });
  });

  it('comes once, by however many servers', async () => {
    const { batch } = await taught(5, 5);
    await Promise.all(Array.from({ length: 4 }, () => house.passTo('2026-12-18T17:00:00Z')));
    expect(await house.database.rows.countBy(Completion, { batchId: batch.id })).toBe(2);
  });

  it('for a woman who leaves after it has begun is dropping out, and her seat is not given on', async () => {
    const { batch, women } = await taught(2);
    const [her] = women;
    const late = await aWoman(house);
    expect(await giveUp(her!, (await standing(her!, batch)).enrolmentId)).toMatchObject({
      state: 'dropped_out',
    });
    await house.passTo('2026-12-19T08:00:00Z');
    expect(await statesOf(women, batch)).toEqual(['dropped_out']);
    expect((await standing(late, batch)).abilities.apply).toBe(false);
    expect(await house.database.rows.findOneByOrFail(Batch, { id: batch.id })).toMatchObject({ taken: 0 });
  });
});
