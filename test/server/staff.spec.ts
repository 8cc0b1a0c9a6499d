import type { MeView, SignedInView } from '../../server/accounts/accounts.view';
import { Account } from '../../server/accounts/account.entity';
import type { InvitationView, NewInvitationView } from '../../server/accounts/invitations/invitations.view';
import type { StaffPageView } from '../../server/accounts/staff/staff.view';
import { RecordRow } from '../../server/records/record.entity';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aLogin, goodPassword, invited } from '../support/house/office';
import { anOpenid, aTrainer, aWoman, cityOfficer, countyOfficer, helper } from '../support/house/people';
import { bayan, city, daoli, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';

const hour = 3600_000;

describeHouse('Staff', () => {
  let house: House;
  let officer: Caller;
  let above: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    above = await cityOfficer(house);
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  const appoints = (by: Caller, role: string, regionCode: string, more: object = {}) =>
    by.post<NewInvitationView>('/staff', { name: '赵春梅', role, regionCode, ...more });
  const accepts = (code: string, login = aLogin()) =>
    house.nobody.post<SignedInView>('/invitations/acceptance', { code, login, password: goodPassword });
  const deedsOf = async (said: string) =>
    (await house.database.rows.findBy(RecordRow, {})).filter((row) => row.said.includes(said));
  const idOf = async (caller: Caller) => granted(await caller.get<MeView>('/me')).accountId;

  it('is appointed below and inside only: each office by the one above it, nobody above or beside herself', async () => {
    const table: [Caller, string, string, number][] = [
      [officer, 'helper', yanshou.township, 201],
      [officer, 'helper', yanshou.villages[0], 201],
      [officer, 'helper', yanshou.county, 400],
      [officer, 'helper', bayan.township, 404],
      [officer, 'county_officer', yanshou.county, 403],
      [officer, 'city_officer', city, 403],
      [officer, 'editor', yanshou.county, 403],
      [officer, 'auditor', yanshou.county, 403],
      [officer, 'woman', yanshou.villages[0], 403],
      [above, 'county_officer', bayan.county, 201],
      [above, 'county_officer', city, 400],
      [above, 'editor', city, 201],
      [above, 'auditor', yanshou.county, 201],
      [above, 'city_officer', city, 403],
      [above, 'helper', yanshou.township, 403],
      [above, 'county_officer', '999999', 400],
      [await helper(house, yanshou.township), 'helper', yanshou.villages[0], 403],
    ];
    for (const [by, role, regionCode, status] of table)
      expect([role, regionCode, (await appoints(by, role, regionCode)).status]).toEqual([
        role,
        regionCode,
        status,
      ]);
  });

  it('comes in by an invitation that is shown once, holds 72 hours and is used once', async () => {
    const { code, accountId } = await invited(officer);
    expect(JSON.stringify(await dump(house))).not.toContain(code.replace('-', ''));
    const read = await house.nobody.post<InvitationView>('/invitations/reading', {
      code: code.toLowerCase(),
    });
    expect(granted(read)).toEqual({ name: '赵春梅', offices: ['延寿县 六团镇 帮办人'] });
    const twice = await Promise.all([accepts(code), accepts(code)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 404]);
    const { me } = granted(twice.find(({ status }) => status === 201)!);
    expect(me).toMatchObject({ accountId, roles: [{ role: 'helper', regionCode: yanshou.township }] });

    const late = await invited(officer);
    house.setClock(new Date(monday).getTime() + 72 * hour);
    const gone = { status: 404, code: 'invitation.invalid' };
    for (const one of [late.code, code, 'AAAAA-AAAAA'])
      expect(await house.nobody.post('/invitations/reading', { code: one })).toMatchObject(gone);
    expect(await accepts(late.code)).toMatchObject(gone);
  });

  it('may come in by WeChat instead, keeping her own file as a woman', async () => {
    const { code, accountId } = await invited(officer);
    const her = await aWoman(house);
    const me = granted(await her.calls.post<MeView>('/invitations/binding', { code }));
    expect(me).toMatchObject({ accountId, womanId: her.id });
    expect(me.roles.map(({ role }) => role).sort()).toEqual(['helper', 'woman']);
    const again = await house.signIn(her.calls.openid);
    expect(await idOf(again)).toBe(accountId);
    granted(await again.get(`/women/${her.id}`));
    const other = await invited(officer);
    expect(await again.post('/invitations/binding', { code: other.code })).toMatchObject({
      ...{ status: 409, code: 'invitation.alreadyStaff' },
    });
  });

  it('binds her own WeChat later by a code of her own', async () => {
    const { code, accountId } = await invited(officer);
    const browser = house.as(granted(await accepts(code)).token);
    const asks = (password?: string) => browser.post<NewInvitationView>('/credentials/wechat', { password });
    for (const wrong of [undefined, 'not-this-one'])
      expect(await asks(wrong)).toMatchObject({ status: 403, code: 'password.wrong' });
    const own = granted(await asks(goodPassword));
    const phone = await house.signIn(anOpenid());
    granted(await phone.post('/invitations/binding', { code: own.code }));
    expect(await idOf(phone)).toBe(accountId);
    expect((await browser.get('/me')).status).toBe(200);
  });

  it('who is a trainer is one of the county’s trainers who has no account yet', async () => {
    const { id: hasOne } = await aTrainer(house);
    const { id: elsewhere } = await aTrainer(house, bayan.county);
    const free = await aTrainer(house);
    await house.database.rows.update(Account, { trainerId: free.id }, { trainerId: null });
    const wrong = { status: 400, code: 'staff.trainerWrong' };
    for (const trainerId of [hasOne, elsewhere, undefined])
      expect(await appoints(officer, 'trainer', yanshou.county, { trainerId })).toMatchObject(wrong);
    expect(await appoints(officer, 'helper', yanshou.township, { trainerId: free.id })).toMatchObject(wrong);
    const both = await Promise.all(
      [1, 2].map(() => appoints(officer, 'trainer', yanshou.county, { trainerId: free.id })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400]);
    const { code } = granted(both.find(({ status }) => status === 201)!);
    expect(granted(await accepts(code)).me).toMatchObject({ trainerId: free.id, name: '孙丽华' });
  });

  it('is listed by region, with what the reader may do', async () => {
    const { accountId } = await invited(officer, yanshou.township, '钱满仓家的');
    const page = granted(await officer.get<StaffPageView>('/staff?name=钱满仓'));
    expect(page).toMatchObject({
      ...{ total: 1, rolesToGive: ['helper', 'trainer'] },
      staff: [{ id: accountId, maySuspend: true, mayInvite: true, mayRestore: false, isHerself: false }],
    });
    const whole = granted(await officer.get<StaffPageView>('/staff?size=100'));
    const places = whole.staff.flatMap(({ offices }) => offices.map(({ regionCode }) => regionCode));
    expect(places.every((code) => code.startsWith(yanshou.county))).toBe(true);
    const self = whole.staff.find(({ isHerself }) => isHerself)!;
    expect(self.offices.map(({ mayEnd }) => mayEnd)).toEqual([false]);
    const peers = whole.staff.filter(({ offices }) => offices.some(({ role }) => role === 'county_officer'));
    expect(peers.filter(({ isHerself }) => !isHerself).every(({ maySuspend }) => !maySuspend)).toBe(true);
  });

  it('that is suspended is out at once, with what is under way, and back when restored', async () => {
    const { code, accountId } = await invited(officer);
    const login = aLogin();
    const her = house.as(granted(await accepts(code, login)).token);
    const asking = Array.from({ length: 20 }, () => her.get('/women'));
    granted(await officer.post(`/staff/${accountId}/suspension`));
    for (const { status } of await Promise.all(asking)) expect([200, 401]).toContain(status);
    expect(await her.get('/women')).toMatchObject({ status: 401, code: 'signIn.needed' });
    const signsIn = () => house.nobody.post('/password-sign-ins', { login, password: goodPassword });
    expect(await signsIn()).toMatchObject({ status: 403, code: 'signIn.suspended' });
    granted(await officer.post(`/staff/${accountId}/suspension`));
    granted(await officer.post(`/staff/${accountId}/restoration`));
    granted(await signsIn());
    expect((await her.get('/women')).status).toBe(401);
    const rows = await house.database.rows.findBy(RecordRow, { byAccountId: await idOf(officer) });
    const deeds = rows.filter(({ said }) => said.includes('赵春梅')).map(({ deed }) => deed);
    expect(deeds.filter((deed) => deed === 'suspend')).toHaveLength(1);
    expect(deeds.filter((deed) => deed === 'restore')).toHaveLength(1);
  });

  it('loses an office from the next request on, and only by who could give it', async () => {
    const { code, accountId } = await invited(officer);
    const her = house.as(granted(await accepts(code)).token);
    const office = { role: 'helper', regionCode: yanshou.township };
    const ends = (by: Caller, one: object = office) => by.post(`/staff/${accountId}/offices/end`, one);
    expect(await ends(above)).toMatchObject({ status: 403, code: 'staff.notBelow' });
    expect(await ends(officer, { ...office, regionCode: yanshou.villages[0] })).toMatchObject({
      status: 404,
    });
    const more = { role: 'helper', regionCode: '230129102' };
    granted(await officer.post(`/staff/${accountId}/offices`, more));
    granted(await officer.post(`/staff/${accountId}/offices`, more));
    granted(await ends(officer));
    expect(granted(await her.get<MeView>('/me')).roles).toMatchObject([more]);
    granted(await ends(officer, more));
    expect(await her.get('/women')).toMatchObject({ status: 403, code: 'access.denied' });
  });

  it('beside or above is not suspended, nor does anybody give herself an office', async () => {
    const peer = await idOf(await countyOfficer(house, yanshou.county));
    expect(await officer.post(`/staff/${peer}/suspension`)).toMatchObject({ code: 'staff.notBelow' });
    expect(await officer.post(`/staff/${await idOf(above)}/suspension`)).toMatchObject({ status: 404 });
    const own = await idOf(officer);
    const office = { role: 'helper', regionCode: yanshou.township };
    expect(await officer.post(`/staff/${own}/offices`, office)).toMatchObject({ code: 'staff.self' });
    expect(await officer.post(`/staff/${own}/restoration`)).toMatchObject({ code: 'staff.notBelow' });
  });

  it('keeps a last city officer, also when two leave at the same moment', async () => {
    const second = await cityOfficer(house);
    const pair = await Promise.all([above, second].map(async (by) => ({ by, id: await idOf(by) })));
    for (let round = 0; round < 8; round += 1) {
      const both = await Promise.all(pair.map(({ by, id }) => by.post(`/staff/${id}/suspension`)));
      expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect(both.find(({ status }) => status === 409)).toMatchObject({ code: 'staff.lastOfficer' });
      await house.database.rows.updateAll(Account, { suspendedAt: null });
      for (const one of pair) one.by = await house.signIn(one.by.openid);
    }
    above = pair[0]!.by;
  });

  it('is put on record with each deed, in the transaction of the deed', async () => {
    const before = (await deedsOf('记下来')).length;
    const { accountId } = granted(await appoints(above, 'county_officer', daoli.county, { name: '记下来' }));
    for (const what of ['invitation', 'suspension', 'restoration'])
      granted(await above.post(`/staff/${accountId}/${what}`));
    const deeds = (await deedsOf('记下来')).slice(before);
    expect(deeds.map(({ deed }) => deed).sort()).toEqual(['appoint', 'invite', 'restore', 'suspend']);
    expect(deeds.every(({ regionCode }) => regionCode === daoli.county)).toBe(true);
    expect(deeds[0]!.said).toBe('记下来：道里区 区县妇联干部');
  });
});
