import { Account, AccountRole } from '../../server/accounts/account.entity';
import { RecordRow } from '../../server/records/record.entity';
import type { ConsentView, HoldingView } from '../../server/rights/rights.view';
import { ConsentsService } from '../../server/women/consents.service';
import { Consent, Woman } from '../../server/women/woman.entity';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aCard, aWoman, countyOfficer, helper, keepCard, type HouseWoman } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';
import { aBatch, signUp, standing } from '../support/house/teaching';

describeHouse('Her consent', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterAll(() => house.close());

  const say = (by: Caller, id: string, purpose: string, agrees: boolean) =>
    by.post<ConsentView[]>(`/women/${id}/consents`, { purpose, agrees });
  /** How many women the board counts. */
  const demand = async () => {
    const [row] = await house.database.rows.query<{ women: number | string }[]>(
      'SELECT COUNT(*) AS women FROM demand',
    );
    return Number(row!.women);
  };

  it('is given and taken back by one tap, each a row of its own, and twice is once', async () => {
    const her = await aWoman(house);
    for (const agrees of [true, true, false, false, true])
      granted(await say(her.calls, her.id, 'story_photo', agrees));
    const rows = await house.database.rows.findBy(Consent, { womanId: her.id, purpose: 'story_photo' });
    expect(rows.map(({ isWithdrawal, given }) => [isWithdrawal, given])).toEqual([
      [false, 'herself'],
      [true, 'herself'],
      [false, 'herself'],
    ]);
    const consents = house.app.get(ConsentsService);
    expect(await consents.holds(house.database.rows, her.id, 'story_photo')).toBe(true);
    expect(await consents.holds(house.database.rows, her.id, 'story_words')).toBe(false);
    const other = await aWoman(house);
    const both = [her.id, other.id];
    expect([...(await consents.thoseWho(house.database.rows, both, 'story_photo'))]).toEqual([her.id]);
  });

  it('on paper is written by her helper, under the helper’s name', async () => {
    const her = await aWoman(house);
    const calls = await helper(house, yanshou.villages[0]);
    const consents = granted(await say(calls, her.id, 'messages', true));
    const one = consents.find(({ purpose }) => purpose === 'messages')!;
    expect(one).toMatchObject({ holds: true, history: [{ byHand: '纸上签名，由帮办人登记' }] });
  });

  it('to being registered, taken back, ends demand, sign-ups and offers at once, and her seat goes on', async () => {
    const her = await aWoman(house);
    await keepCard(her);
    const before = await demand();
    const batch = await aBatch(house, { capacity: 1 }, officer);
    await signUp(her, batch);
    const waiting = await aWoman(house);
    await signUp(waiting, batch);
    granted(await say(her.calls, her.id, 'needs', false));
    expect(await demand()).toBe(before - 1);
    expect(await standing(her, batch)).toMatchObject({ state: 'given_up' });
    expect(await standing(waiting, batch)).toMatchObject({ state: 'offered' });
    const refused = { status: 409, code: 'consent.withdrawn' };
    expect(await her.calls.put(`/women/${her.id}/need-card`, aCard())).toMatchObject(refused);
    const other = await aBatch(house, {}, officer);
    expect(await her.calls.post(`/batches/${other.id}/enrolments`, {})).toMatchObject(refused);
    granted(await say(her.calls, her.id, 'needs', true));
    await keepCard(her);
    expect(await demand()).toBe(before);
    expect(await signUp(her, other)).toMatchObject({ state: 'enrolled' });
  });

  it('taken back while a course runs lets her finish it', async () => {
    const her = await aWoman(house);
    const batch = await aBatch(house, { sessions: [{ heldOn: '2026-12-10', half: 'morning' }] }, officer);
    await signUp(her, batch);
    const now = house.now();
    house.setClock('2026-12-10T02:00:00Z');
    granted(await say(her.calls, her.id, 'needs', false));
    house.setClock(now);
    expect(await standing(her, batch)).toMatchObject({ state: 'enrolled' });
  });

  it('to her health is needed before it is written, and taken back erases it, in the history too', async () => {
    const her = await aWoman(house);
    const edit = (beganFrom: number) =>
      officer.put(`/women/${her.id}/profile`, { beganFrom, healthLimits: '腰不好' });
    expect(await edit(1)).toMatchObject({ status: 409, code: 'consent.needed' });
    granted(await say(her.calls, her.id, 'health', true));
    granted(await edit(1));
    granted(await say(her.calls, her.id, 'health', false));
    expect(await house.database.rows.findOneByOrFail(Woman, { id: her.id })).toMatchObject({
      healthSealed: null,
    });
    const shown = await officer.get(`/women/${her.id}/changes`);
    expect(JSON.stringify(shown.body)).not.toContain('腰不好');
  });

  it('lets her see all that is kept of her, and take it with her as a file', async () => {
    const her = await aWoman(house, { phone: '13912340987' });
    await keepCard(her);
    const batch = await aBatch(house, {}, officer);
    await signUp(her, batch);
    granted(await officer.post(`/women/${her.id}/reveals`, { what: 'phone', purpose: '通知她开课时间' }));
    const parts = granted(await her.calls.get<HoldingView[]>(`/women/${her.id}/holdings`));
    const text = JSON.stringify(parts);
    for (const piece of ['139****0987', '手工编织', batch.title, '登记和安排培训', '通知她开课时间'])
      expect(text).toContain(piece);
    expect(text).not.toContain('13912340987');
    const file = await her.calls.get<Buffer>(`/women/${her.id}/holdings/file`);
    expect((file.body as unknown as Buffer).subarray(0, 2).toString()).toBe('PK');
  });
});

describeHouse('A woman who asks to be forgotten', () => {
  let house: House;
  let officer: Caller;
  let her: HouseWoman;
  const phone = '13877776666';
  const identity = '11010519491231002X';
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterAll(() => house.close());

  it('is nobody afterwards: no name, no number, no WeChat; her row and the numbers stay', async () => {
    her = await aWoman(house, { phone, name: '欧阳忘忧' });
    await keepCard(her);
    granted(await officer.put(`/women/${her.id}/profile`, { beganFrom: 1, identity, notes: '爱唱二人转' }));
    const batch = await aBatch(house, {}, officer);
    await signUp(her, batch);
    const rows = await house.database.rows.count(Woman);
    expect(await officer.post(`/women/${her.id}/erasure`, {})).toMatchObject({
      status: 400,
      code: 'erasure.reasonNeeded',
    });
    granted(await her.calls.post(`/women/${her.id}/erasure`, {}));

    expect(await house.database.rows.count(Woman)).toBe(rows);
    const row = await house.database.rows.findOneByOrFail(Woman, { id: her.id });
    expect(row).toMatchObject({ name: '已删除', phoneSealed: null, identitySealed: null, notesSealed: null });
    expect(row.erasedAt).not.toBeNull();
    const tables = await dump(house);
    for (const fact of ['欧阳忘忧', phone, identity, her.calls.openid])
      expect(Object.keys(tables).filter((table) => tables[table]!.includes(fact))).toEqual([]);
    expect(await house.database.rows.findBy(RecordRow, { womanId: her.id })).toMatchObject([
      { deed: 'erase' },
    ]);
    expect(await house.database.rows.findBy(Account, { womanId: her.id })).toEqual([]);
    expect((await her.calls.get('/me')).status).toBe(401);
    expect(await officer.get(`/women/${her.id}`)).toMatchObject({ status: 404, code: 'thing.notFound' });
  });

  it('may come back as a newcomer, with the same identity number', async () => {
    const again = await aWoman(house, { phone });
    expect(again.id).not.toBe(her.id);
    granted(await officer.put(`/women/${again.id}/profile`, { beganFrom: 1, identity }));
  });

  it('keeps her account of the office when she works here as well', async () => {
    const both = await aWoman(house);
    const account = await house.database.rows.findOneByOrFail(Account, { womanId: both.id });
    const regionCode = yanshou.villages[0];
    await house.database.rows.insert(AccountRole, { accountId: account.id, role: 'helper', regionCode });
    granted(await both.calls.post(`/women/${both.id}/erasure`, {}));
    expect((await both.calls.get('/women')).status).toBe(200);
  });
});
