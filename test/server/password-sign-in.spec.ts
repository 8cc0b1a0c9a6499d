import type { SignedInView } from '../../server/accounts/accounts.view';
import { Account, SignIn } from '../../server/accounts/account.entity';
import { KnownDevice, Password, SignInFailure } from '../../server/accounts/credentials/credential.entity';
import type { CredentialsView, SignInView } from '../../server/accounts/credentials/credentials.view';
import { Caller, granted, type Answer } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aLogin, goodPassword } from '../support/house/office';
import { aWoman, countyOfficer } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';

const second = 1000;
const hour = 3600 * second;

describeHouse('Signing in with a password', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  interface Officer {
    readonly calls: Caller;
    readonly login: string;
  }

  async function anOfficer(): Promise<Officer> {
    const calls = await countyOfficer(house, yanshou.county);
    const login = aLogin();
    granted(await calls.put('/credentials/password', { login, password: goodPassword }));
    return { calls, login };
  }

  const tries = (login: string, password: string, more: object = {}, address?: string) =>
    house.nobody.from(address).post<SignedInView>('/password-sign-ins', { login, password, ...more });
  const wrong = { status: 401, code: 'signIn.wrong' };
  const mustWait = { status: 429, code: 'signIn.wait' };
  const later = (ms: number) => house.setClock(house.now().getTime() + ms);
  async function failTimes(times: number, login: string, more: object = {}, address?: string) {
    for (let time = 0; time < times; time += 1)
      expect(await tries(login, 'not-this-one', more, address)).toMatchObject(wrong);
  }

  it('gives a browser a token and makes it known, however the name was typed', async () => {
    const { login } = await anOfficer();
    const { token, device, me } = granted(await tries(` ${login.toUpperCase()} `, goodPassword));
    expect(me.roles[0]).toMatchObject({ role: 'county_officer', regionCode: yanshou.county });
    expect(device!.length).toBeGreaterThanOrEqual(43);
    expect((await house.as(token).get('/me')).status).toBe(200);
  });

  it('keeps neither password, token nor device in the clear', async () => {
    const { login } = await anOfficer();
    const { token, device } = granted(await tries(login, goodPassword));
    const everything = JSON.stringify(await dump(house));
    for (const secret of [goodPassword, token, device!]) expect(everything).not.toContain(secret);
    const { hash } = await house.database.rows.findOneByOrFail(Password, { login });
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('answers an unknown name and a wrong password alike, each with a hash of its own cost', async () => {
    const { login } = await anOfficer();
    const [unknown, known] = [await tries('nobody.here', 'not-this-one'), await tries(login, 'not-this-one')];
    expect(unknown).toEqual(known);
    expect(unknown).toMatchObject(wrong);
    for (let time = 0; time < 4; time += 1) {
      await tries('nobody.here', 'not-this-one');
      await tries(login, 'not-this-one');
    }
    expect(await tries('nobody.here', 'not-this-one')).toEqual(await tries(login, 'not-this-one'));
  });

  it('waits longer with each failure from the fifth on, never more than fifteen minutes, never for good', async () => {
    const { login } = await anOfficer();
    await failTimes(5, login);
    for (const seconds of [30, 60, 120, 300, 900, 900]) {
      expect(await tries(login, goodPassword)).toMatchObject(mustWait);
      later(seconds * second - 1);
      expect(await tries(login, goodPassword)).toMatchObject(mustWait);
      later(1);
      await failTimes(1, login);
    }
    later(900 * second);
    granted(await tries(login, goodPassword));
    await failTimes(4, login);
    granted(await tries(login, goodPassword));
  });

  it('says in its answer after how many seconds to come again', async () => {
    const { login } = await anOfficer();
    await failTimes(5, login);
    const { headers, body } = await house.app.inject({
      ...{ method: 'POST', url: '/api/password-sign-ins', headers: { 'content-type': 'application/json' } },
      payload: JSON.stringify({ login, password: 'x' }),
    });
    expect([headers['retry-after'], body]).toEqual(['30', expect.stringContaining('请等30秒再试')]);
  });

  it('is not held up on her own browser by strangers who guess at her name from everywhere', async () => {
    const { login } = await anOfficer();
    const { device } = granted(await tries(login, goodPassword));
    for (let stranger = 0; stranger < 25; stranger += 1)
      await tries(login, 'not-this-one', {}, `203.0.113.${stranger}`);
    expect(await tries(login, goodPassword, {}, '198.51.100.7')).toMatchObject(mustWait);
    granted(await tries(login, goodPassword, { device }, '198.51.100.7'));
    later(15 * 60 * second);
    granted(await tries(login, goodPassword, {}, '198.51.100.7'));
  });

  it('counts the failures of her own browser for itself, and another account’s browser as a stranger', async () => {
    const [hers, another] = [await anOfficer(), await anOfficer()];
    const { device } = granted(await tries(hers.login, goodPassword));
    await failTimes(5, hers.login, { device });
    expect(await tries(hers.login, goodPassword, { device })).toMatchObject(mustWait);
    granted(await tries(hers.login, goodPassword));
    await failTimes(5, another.login, { device });
    expect(await tries(another.login, goodPassword)).toMatchObject(mustWait);
  });

  it('with thirty guesses at once lets five through', async () => {
    const { login } = await anOfficer();
    const crowd = await Promise.all(Array.from({ length: 30 }, () => tries(login, 'not-this-one')));
    const codes = crowd.map(({ code }) => code);
    expect(codes.filter((code) => code === 'signIn.wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'signIn.wait')).toHaveLength(25);
    const counted = await house.database.rows.find(SignInFailure);
    expect(Math.max(...counted.map(({ failures }) => failures))).toBeLessThan(30);
  });

  it('turns a flood away that would take all processors, and works again after it', async () => {
    const { login } = await anOfficer();
    const flood = await Promise.all(
      Array.from({ length: 80 }, (_, one) => tries(`nobody${one}`, 'x', {}, `192.0.2.${one}`)),
    );
    expect(new Set(flood.map(({ code }) => code))).toEqual(new Set(['signIn.wrong', 'signIn.busy']));
    granted(await tries(login, goodPassword));
  });

  it('forgets failures after a day, and rows of them too', async () => {
    const { login } = await anOfficer();
    await failTimes(5, login);
    later(24 * hour + 1);
    await failTimes(4, login);
    granted(await tries(login, goodPassword));
    const kept = await house.database.rows.find(SignInFailure);
    expect(kept.every(({ lastAt }) => lastAt >= new Date(house.now().getTime() - 24 * hour))).toBe(true);
  });

  it('is not locked by a clock that was put back', async () => {
    const { login } = await anOfficer();
    later(48 * hour);
    await failTimes(5, login);
    later(-48 * hour);
    const { body } = await tries(login, goodPassword);
    expect((body as unknown as { about: { seconds: number } }).about.seconds).toBeLessThanOrEqual(30);
  });

  it('ends after twelve quiet hours, after seven days at most, and is kept alive by use', async () => {
    const { login } = await anOfficer();
    const browser = house.as(granted(await tries(login, goodPassword)).token);
    const quiet = house.as(granted(await tries(login, goodPassword)).token);
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      later(6 * hour);
      expect((await browser.get('/me')).status).toBe(200);
    }
    expect((await quiet.get('/me')).status).toBe(401);
    later(6 * hour);
    expect((await browser.get('/me')).status).toBe(401);
  });

  it('needs a password that is not easily guessed, and a name that nobody has', async () => {
    const { calls, login } = await anOfficer();
    const another = await countyOfficer(house, yanshou.county);
    const put = (caller: Caller, name: string, password: string) =>
      caller.put('/credentials/password', { login: name, password, current: goodPassword });
    expect(await put(another, login, goodPassword)).toMatchObject({ status: 409, code: 'login.taken' });
    for (const weak of ['1234567890', 'qwertyuiop', 'aaaaaaaaaaaa', 'password2026', `${login}${login}`])
      expect(await put(calls, login, weak)).toMatchObject({ status: 400, code: 'password.weak' });
    expect(await put(calls, login, 'short')).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(await put(calls, '13812345678', goodPassword)).toMatchObject({ code: 'input.invalid' });
    expect(await put(await aWoman(house).then((one) => one.calls), 'wang', goodPassword)).toMatchObject({
      ...{ status: 403, code: 'access.denied' },
    });
  });

  it('ends everywhere else when the password changes, and no device is known any more', async () => {
    const { calls, login } = await anOfficer();
    const there = granted(await tries(login, goodPassword));
    const here = house.as(granted(await tries(login, goodPassword)).token);
    const change = (current: string | undefined) =>
      here.put('/credentials/password', { login, current, password: '新的-mima-也-很长-9' });
    expect(await change('not-this-one')).toMatchObject({ status: 403, code: 'password.wrong' });
    expect(await change(undefined)).toMatchObject({ status: 403, code: 'password.wrong' });
    granted(await change(goodPassword));
    expect((await here.get('/me')).status).toBe(200);
    for (const other of [house.as(there.token), calls]) expect((await other.get('/me')).status).toBe(401);
    const { accountId } = granted(await here.get<SignedInView['me']>('/me'));
    expect(await house.database.rows.countBy(KnownDevice, { accountId })).toBe(0);
    expect(await tries(login, goodPassword, { device: there.device })).toMatchObject(wrong);
  });

  it('is refused for a suspended account only to who knows the password, and ends at once on every device', async () => {
    const { calls, login } = await anOfficer();
    const browser = house.as(granted(await tries(login, goodPassword)).token);
    await house.database.rows.update(Account, { openid: calls.openid }, { suspendedAt: house.now() });
    expect((await browser.get('/me')).status).toBe(401);
    expect(await tries(login, 'not-this-one')).toMatchObject(wrong);
    expect(await tries(login, goodPassword)).toMatchObject({ status: 403, code: 'signIn.suspended' });
    await house.database.rows.update(Account, { openid: calls.openid }, { suspendedAt: null });
    granted(await tries(login, goodPassword));
  });

  it('shows her where she is signed in, and ends each of them; those of others do not exist for her', async () => {
    const { login } = await anOfficer();
    const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36';
    const there = granted(await tries(login, goodPassword));
    const here = house.as(granted(await tries(login, goodPassword)).token);
    await house.database.rows.update(SignIn, { kind: 'browser' }, { deviceName: 'x' });
    const again: Answer<SignedInView> = await house.nobody
      .under(chrome)
      .post('/password-sign-ins', { login, password: goodPassword });
    granted(again);
    const mine = granted(await here.get<SignInView[]>('/sign-ins'));
    expect(mine.map(({ isThisOne }) => isThisOne).filter(Boolean)).toHaveLength(1);
    expect(mine.map(({ deviceName }) => deviceName)).toContain('Windows 电脑 · Chrome');
    expect(JSON.stringify(mine)).not.toContain(there.token);
    const stranger = await anOfficer();
    for (const { id, isThisOne } of mine)
      if (!isThisOne) {
        expect(await stranger.calls.delete(`/sign-ins/${id}`)).toMatchObject({ code: 'thing.notFound' });
        expect((await here.delete(`/sign-ins/${id}`)).status).toBe(204);
      }
    expect((await house.as(there.token).get('/me')).status).toBe(401);
    expect(granted(await here.get<CredentialsView>('/credentials'))).toMatchObject({
      ...{ login, asksForCodes: false, isInWechat: true },
    });
  });
});
