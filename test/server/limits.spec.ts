import type { NewTicketView } from '../../server/accounts/tickets/tickets.view';
import { granted } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer, women } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { aBatch, signUp } from '../support/house/teaching';

const narrow = { SIGN_INS_A_MINUTE: '3', TICKETS_A_MINUTE: '2', POLLS_A_MINUTE: '5', CODES_A_MINUTE: '2' };
const tooOften = { status: 429, code: 'request.tooOften' };

describeHouse('Limits', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse([], narrow);
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  let addresses = 0;
  const fromSomewhere = () => house.nobody.from(`198.51.100.${(addresses += 1)}`);
  const signsIn = (by = fromSomewhere()) => by.post('/password-sign-ins', { login: 'nobody', password: 'x' });

  it('stop one address that asks too often, say for how long, and let all others ask', async () => {
    const by = fromSomewhere();
    for (let time = 0; time < 3; time += 1)
      expect((await signsIn(by)).code).toMatch(/^signIn\.(wrong|wait)$/);
    expect(await signsIn(by)).toMatchObject(tooOften);
    expect(await signsIn()).not.toMatchObject(tooOften);
    house.setClock(new Date(monday).getTime() + 59_999);
    expect(await signsIn(by)).toMatchObject({
      body: { about: { seconds: 1 }, message: expect.stringContaining('1秒') },
    });
    house.setClock(new Date(monday).getTime() + 60_000);
    expect(await signsIn(by)).not.toMatchObject(tooOften);
  });

  it('come with a header that programs understand', async () => {
    const asks = () =>
      house.app.inject({ method: 'POST', url: '/api/sign-in-tickets', remoteAddress: '192.0.2.9' });
    await asks();
    await asks();
    const { statusCode, headers } = await asks();
    expect([statusCode, headers['retry-after']]).toEqual([429, '60']);
  });

  it('take a whole /64 of IPv6 for one address, and an IPv4 address written as IPv6 for what it is', async () => {
    const ask = (address: string) => house.nobody.from(address).post('/sign-in-tickets');
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:3::4']) granted(await ask(address));
    expect(await ask('2001:0db8:0001:0002:ffff::1')).toMatchObject(tooOften);
    granted(await ask('2001:db8:1:3::1'));
    for (const address of ['203.0.113.5', '::ffff:203.0.113.5']) granted(await ask(address));
    expect(await ask('203.0.113.5')).toMatchObject(tooOften);
  });

  it('count an account wherever it asks from', async () => {
    const officer = await countyOfficer(house, yanshou.county);
    const asks = () => officer.from(`203.0.113.${(addresses += 1)}`).post('/credentials/wechat', {});
    for (let time = 0; time < 2; time += 1) granted(await asks());
    expect(await asks()).toMatchObject(tooOften);
    const other = await countyOfficer(house, yanshou.county);
    granted(await other.from('203.0.113.250').post('/credentials/wechat', {}));
  });

  it('do not believe what a stranger says of her address', async () => {
    const ask = (said: string) =>
      house.app.inject({
        ...{ method: 'POST', url: '/api/sign-in-tickets', remoteAddress: '192.0.2.77' },
        headers: { 'x-forwarded-for': said },
      });
    await ask('198.51.100.201');
    await ask('198.51.100.202');
    expect((await ask('198.51.100.203')).statusCode).toBe(429);
  });

  it('believe one proxy of ours where the settings say that there is one', async () => {
    const behind = await openHouse([], { ...narrow, TRUSTED_PROXIES: '1' });
    const ask = (said: string) =>
      behind.app.inject({
        ...{ method: 'POST', url: '/api/sign-in-tickets', remoteAddress: '10.0.0.1' },
        headers: { 'x-forwarded-for': said },
      });
    for (const said of ['198.51.100.1', '198.51.100.1', '198.51.100.2', '198.51.100.3'])
      expect((await ask(said)).statusCode).toBe(201);
    // What she wrote herself stands before what the proxy saw, and is not believed.
    expect((await ask('1.2.3.4, 198.51.100.1')).statusCode).toBe(429);
    await behind.close();
  });

  it('never meet a class of women who share one hotspot', async () => {
    const officer = await countyOfficer(house, yanshou.county);
    const batch = await aBatch(house, { capacity: 40 }, officer);
    const group = await women(house, 30);
    const standings = await Promise.all(group.map((her) => signUp(her, batch)));
    expect(standings).toHaveLength(30);
    const her = await aWoman(house);
    for (let time = 0; time < 50; time += 1) granted(await her.calls.get(`/women/${her.id}`));
  });

  it('do not stop a browser that waits to be scanned before its own share is spent', async () => {
    const by = fromSomewhere();
    const { id, key } = granted(await by.post<NewTicketView>('/sign-in-tickets'));
    for (let time = 0; time < 5; time += 1)
      granted(await by.post(`/sign-in-tickets/${id}/exchange`, { key }));
    expect(await by.post(`/sign-in-tickets/${id}/exchange`, { key })).toMatchObject(tooOften);
  });
});

describeHouse('Every answer', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it.each(['/api/health', '/api/me', '/api/nothing', '/api/women/x'])(
    '%s carries the headers that guard a browser',
    async (url) => {
      const { headers } = await house.app.inject({ method: 'GET', url });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(/script-src ([^;]*)/.exec(policy)![1]).not.toMatch(/unsafe|\*|http/);
      expect(headers).toMatchObject({
        ...{
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'same-origin',
        },
      });
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );
});
