import { TOTP, URI } from 'otpauth';
import type { SignedInView } from '../../server/accounts/accounts.view';
import { OneTimeKey } from '../../server/accounts/credentials/credential.entity';
import type {
  CredentialsView,
  RecoveryCodesView,
  SharedSecretView,
} from '../../server/accounts/credentials/credentials.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aLogin, goodPassword, invited } from '../support/house/office';
import { countyOfficer } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';

describeHouse('One-time codes', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  interface Guarded {
    readonly calls: Caller;
    readonly login: string;
    readonly phone: TOTP;
    readonly paper: readonly string[];
    readonly secret: string;
  }

  const later = (seconds: number) => house.setClock(house.now().getTime() + seconds * 1000);
  const codeAt = (phone: TOTP, seconds = 0) =>
    phone.generate({ timestamp: house.now().getTime() + seconds * 1000 });
  const tries = (login: string, code?: string) =>
    house.nobody.post<SignedInView>('/password-sign-ins', { login, password: goodPassword, code });
  const refused = { status: 403, code: 'signIn.codeWrong' };

  async function begun(): Promise<Omit<Guarded, 'paper'>> {
    const calls = await countyOfficer(house, yanshou.county);
    const login = aLogin();
    granted(await calls.put('/credentials/password', { login, password: goodPassword }));
    const { address, secret } = granted(await calls.post<SharedSecretView>('/credentials/codes'));
    return { calls, login, secret, phone: URI.parse(address) as TOTP };
  }

  async function guarded(): Promise<Guarded> {
    const one = await begun();
    const confirmed = await one.calls.post<RecoveryCodesView>('/credentials/codes/confirmation', {
      code: codeAt(one.phone),
    });
    later(30);
    return { ...one, paper: granted(confirmed).codes };
  }

  it('are asked for only after a first code has shown that her phone has the secret', async () => {
    const { calls, login, phone } = await begun();
    granted(await tries(login));
    expect(await calls.post('/credentials/codes/confirmation', { code: '000000' })).toMatchObject(refused);
    granted(await tries(login));
    granted(await calls.post('/credentials/codes/confirmation', { code: codeAt(phone) }));
    expect(await tries(login)).toMatchObject({ status: 401, code: 'signIn.codeNeeded' });
    later(30);
    granted(await tries(login, codeAt(phone)));
    expect(await calls.post('/credentials/codes')).toMatchObject({ status: 409, code: 'codes.alreadyOn' });
  });

  it('come as a picture and as letters, and the secret is sealed at rest', async () => {
    const { secret, calls } = await begun();
    const { picture } = granted(await calls.post<SharedSecretView>('/credentials/codes'));
    expect(Buffer.from(picture.split(',')[1]!, 'base64').toString()).toMatch(/^<svg /);
    expect(JSON.stringify(await dump(house))).not.toContain(secret);
  });

  it('are taken half a minute early or late, and not beyond', async () => {
    for (const [seconds, isTaken] of [
      [-60, false],
      [-30, true],
      [0, true],
      [30, true],
      [60, false],
    ] as const) {
      const { login, phone } = await guarded();
      later(60);
      expect((await tries(login, codeAt(phone, seconds))).status).toBe(isTaken ? 201 : 403);
    }
  });

  it('are taken once each: not again, not an earlier one after a later', async () => {
    const { login, phone } = await guarded();
    later(60);
    const [early, now] = [codeAt(phone, -30), codeAt(phone)];
    granted(await tries(login, now));
    expect(await tries(login, now)).toMatchObject(refused);
    expect(await tries(login, early)).toMatchObject(refused);
  });

  it('let one of two in who send the same code at the same moment', async () => {
    const { login, phone, paper } = await guarded();
    for (const code of [codeAt(phone), paper[0]!]) {
      const both = await Promise.all([tries(login, code), tries(login, code)]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 403]);
    }
  });

  it('count as failures when wrong, so that nobody tries all million', async () => {
    const { login } = await guarded();
    for (let time = 0; time < 5; time += 1) {
      expect(await tries(login, '000000')).toMatchObject(refused);
      expect((await tries(login)).code).toBe(time < 4 ? 'signIn.codeNeeded' : 'signIn.wait');
    }
    expect(await tries(login, '000000')).toMatchObject({ status: 429, code: 'signIn.wait' });
  });

  it('on paper are ten, each good once, in any writing, and none is kept in the clear', async () => {
    const { calls, login, paper } = await guarded();
    expect(new Set(paper).size).toBe(10);
    granted(await tries(login, ` ${paper[3]!.toLowerCase().replace('-', ' ')}`));
    expect(await tries(login, paper[3])).toMatchObject(refused);
    expect(granted(await calls.get<CredentialsView>('/credentials')).recoveryCodesLeft).toBe(9);
    const everything = JSON.stringify(await dump(house));
    for (const code of paper) expect(everything).not.toContain(code.replace('-', ''));
  });

  it('are switched off only with password and code together', async () => {
    const { calls, login, phone, paper } = await guarded();
    const ends = (password: string, code: string) =>
      calls.post('/credentials/codes/removal', { password, code });
    expect(await ends('not-this-one', codeAt(phone))).toMatchObject({ code: 'password.wrong' });
    expect(await ends(goodPassword, '000000')).toMatchObject(refused);
    expect(await tries(login)).toMatchObject({ code: 'signIn.codeNeeded' });
    granted(await ends(goodPassword, codeAt(phone)));
    granted(await tries(login));
    expect(granted(await calls.get<CredentialsView>('/credentials'))).toMatchObject({
      ...{ asksForCodes: false, recoveryCodesLeft: 0 },
    });
    expect(await ends(goodPassword, paper[0]!)).toMatchObject(refused);
  });

  it('of one account open no other', async () => {
    const [hers, another] = [await guarded(), await guarded()];
    expect(await tries(hers.login, codeAt(another.phone))).toMatchObject(refused);
    expect(await tries(hers.login, another.paper[0])).toMatchObject(refused);
  });

  it('of a lost phone are cured by a new invitation from her officer', async () => {
    const officer = await countyOfficer(house, yanshou.county);
    const { accountId, code } = await invited(officer);
    const login = aLogin();
    const accept = (with_: string) =>
      house.nobody.post<SignedInView>('/invitations/acceptance', {
        code: with_,
        login,
        password: goodPassword,
      });
    const helper = house.as(granted(await accept(code)).token);
    const { address } = granted(await helper.post<SharedSecretView>('/credentials/codes'));
    const first = codeAt(URI.parse(address) as TOTP);
    granted(await helper.post('/credentials/codes/confirmation', { code: first }));
    expect(await tries(login)).toMatchObject({ code: 'signIn.codeNeeded' });
    const again = granted(await officer.post<{ code: string }>(`/staff/${accountId}/invitation`));
    granted(await accept(again.code));
    granted(await tries(login));
    expect((await helper.get('/me')).status).toBe(401);
    expect(await house.database.rows.countBy(OneTimeKey, { accountId })).toBe(0);
  });
});
