import { Enrolment, EnrolmentChange } from '../../server/enrolments/enrolment.entity';
import type { StandingView } from '../../server/enrolments/enrolments.view';
import { granted, type Answer, type Sent } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aWoman, women, type HouseWoman } from '../support/house/people';
import { aBatch, giveUp, standing } from '../support/house/teaching';

describeHouse('A request with a key of its own', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  async function ask(
    { calls }: HouseWoman,
    key: string,
    path: string,
    body: object = {},
  ): Promise<Answer<StandingView>> {
    const answer = await house.app.inject({
      method: 'POST',
      url: `/api${path}`,
      headers: { authorization: `Bearer ${calls.token}`, 'idempotency-key': key },
      payload: body,
    });
    const sent = JSON.parse(answer.body) as Sent<StandingView> & { code?: string };
    return { status: answer.statusCode, body: sent, code: sent.code };
  }

  it('gets the first answer again, also when things have changed since', async () => {
    const woman = await aWoman(house);
    const batch = await aBatch(house);
    const path = `/batches/${batch.id}/enrolments`;
    const first = granted(await ask(woman, 'tap-1', path));
    expect(first).toMatchObject({ state: 'enrolled' });
    await giveUp(woman, first.enrolmentId);
    expect(granted(await ask(woman, 'tap-1', path))).toEqual(first);
    expect(await standing(woman, batch)).toMatchObject({ state: 'given_up' });
    expect(granted(await ask(woman, 'tap-2', path))).toMatchObject({ state: 'enrolled' });
  });

  it('sent ten times at once does its work once', async () => {
    const [woman, other] = await women(house, 2);
    const batch = await aBatch(house);
    const path = `/batches/${batch.id}/enrolments`;
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(woman!, 'tap', path)));
    for (const answer of answers) expect(granted(answer)).toEqual(answers[0]!.body);
    const { id } = await house.database.rows.findOneByOrFail(Enrolment, { womanId: woman!.id });
    expect(await house.database.rows.countBy(EnrolmentChange, { enrolmentId: id })).toBe(1);
    // A key belongs to its account.
    expect(granted(await ask(other!, 'tap', path)).enrolmentId).not.toBe(id);
  });

  it('is refused when the same key asks for something else', async () => {
    const woman = await aWoman(house);
    const [one, other] = [await aBatch(house), await aBatch(house)];
    const { enrolmentId } = granted(await ask(woman, 'k', `/batches/${one.id}/enrolments`));
    const refused = { status: 409, code: 'request.keyReused' };
    expect(await ask(woman, 'k', `/batches/${other.id}/enrolments`)).toMatchObject(refused);
    expect(await ask(woman, 'k', `/batches/${one.id}/enrolments`, { womanId: woman.id })).toMatchObject(
      refused,
    );
    expect(await ask(woman, 'k', `/enrolments/${enrolmentId}/giving-up`)).toMatchObject(refused);
    expect(await standing(woman, other)).toMatchObject({ enrolmentId: null });
  });

  it('is refused when the key is too long or cannot be read', async () => {
    const woman = await aWoman(house);
    const batch = await aBatch(house);
    for (const key of ['', 'x'.repeat(65), 'a b'])
      expect(await ask(woman, key, `/batches/${batch.id}/enrolments`)).toMatchObject({
        code: 'request.keyInvalid',
      });
    expect(granted(await ask(woman, 'x'.repeat(64), `/batches/${batch.id}/enrolments`)).state).toBe(
      'enrolled',
    );
  });

  it('that was refused may be sent again when the reason is gone', async () => {
    const woman = await aWoman(house);
    const batch = await aBatch(house);
    const [{ heldOn, half }] = batch.sessions as [(typeof batch.sessions)[number]];
    const clashing = await aBatch(house, { sessions: [{ heldOn, half }] });
    const { enrolmentId } = granted(await ask(woman, 'a', `/batches/${batch.id}/enrolments`));
    expect(await ask(woman, 'b', `/batches/${clashing.id}/enrolments`)).toMatchObject({
      code: 'enrolment.clash',
    });
    await giveUp(woman, enrolmentId);
    expect(granted(await ask(woman, 'b', `/batches/${clashing.id}/enrolments`)).state).toBe('enrolled');
  });
});
