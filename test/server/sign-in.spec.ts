import type { MeView, SignedInView } from '../../server/accounts/accounts.view';
import { Account, SignIn } from '../../server/accounts/account.entity';
import { WechatClient } from '../../server/wechat/wechat-client';
import { granted } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { anOpenid, aWoman } from '../support/house/people';

const sessionOfWechat = '/sns/jscode2session';
const oneDay = 24 * 60 * 60 * 1000;

describeHouse('Signing in', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  const trade = (code: string) => house.nobody.post<SignedInView>('/sign-ins', { code });

  it('with a good code gives a newcomer an account without a file', async () => {
    const { token, me } = granted(await trade(house.wechat.issueCode(anOpenid())));
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(me).toMatchObject({ roles: [], womanId: null, trainerId: null });
  });

  it('knows a woman again, with her name and her village', async () => {
    const woman = await aWoman(house);
    const again = await house.signIn(woman.calls.openid);
    expect(granted(await again.get<MeView>('/me'))).toMatchObject({
      name: woman.name,
      womanId: woman.id,
      roles: [{ role: 'woman', roleName: '妇女', regionName: '延寿县 六团镇 凌河村' }],
    });
  });

  it('keeps only the hash of a token', async () => {
    const { token } = await house.signIn(anOpenid());
    const kept = await house.database.rows.find(SignIn);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('is refused for a code that was used, and for one that nobody issued', async () => {
    const code = house.wechat.issueCode(anOpenid());
    granted(await trade(code));
    expect(await trade(code)).toMatchObject({ status: 401, code: 'signIn.codeRefused' });
    expect(await trade('made-up')).toMatchObject({ status: 401, code: 'signIn.codeRefused' });
  });

  it('works when WeChat is busy once, and says so when it stays busy', async () => {
    const code = house.wechat.issueCode(anOpenid());
    house.wechat.failNext(sessionOfWechat, { errcode: -1 });
    granted(await trade(code));
    house.wechat.failNext(sessionOfWechat, { errcode: -1 }, 2);
    expect(await trade(house.wechat.issueCode(anOpenid()))).toMatchObject({
      status: 503,
      code: 'wechat.busy',
    });
  });

  it.each([
    ['too often', 45011, 429, 'signIn.tooOften'],
    ['for a person whom WeChat blocks', 40226, 403, 'signIn.risky'],
    ['with an error we never heard of', 99999, 401, 'signIn.codeRefused'],
  ])('%s is refused with its own sentence', async (_, errcode, status, code) => {
    house.wechat.failNext(sessionOfWechat, { errcode });
    expect(await trade(house.wechat.issueCode(anOpenid()))).toMatchObject({ status, code });
  });

  it.each(['half', 'down'] as const)('says that WeChat is busy when its line goes %s', async (fault) => {
    house.wechat.failNext(sessionOfWechat, fault);
    expect(await trade(house.wechat.issueCode(anOpenid()))).toMatchObject({
      status: 503,
      code: 'wechat.busy',
    });
  });

  it('waits for a WeChat that hangs five seconds at most', async () => {
    const shortly = AbortSignal.timeout(50);
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(shortly);
    try {
      house.wechat.failNext(sessionOfWechat, 'hang');
      expect(await trade(house.wechat.issueCode(anOpenid()))).toMatchObject({
        status: 503,
        code: 'wechat.busy',
      });
      expect(timeout).toHaveBeenCalledWith(5_000);
    } finally {
      timeout.mockRestore();
    }
  });

  it('ten times at once gives one person one account', async () => {
    const openid = anOpenid();
    // All ten pass WeChat at the same moment.
    const identity = jest.spyOn(house.app.get(WechatClient), 'identityOf').mockResolvedValue({ openid });
    const callers = await Promise.all(Array.from({ length: 10 }, () => house.signIn(openid)));
    identity.mockRestore();
    const accounts = await Promise.all(
      callers.map(async (caller) => granted(await caller.get<MeView>('/me'))),
    );
    expect(new Set(accounts.map(({ accountId }) => accountId)).size).toBe(1);
    expect(await house.database.rows.countBy(Account, { openid })).toBe(1);
  });

  it('ends with signing out, on this phone only', async () => {
    const openid = anOpenid();
    const [phone, browser] = [await house.signIn(openid), await house.signIn(openid)];
    expect((await phone.delete('/sign-ins/current')).status).toBe(204);
    expect(await phone.get('/me')).toMatchObject({ status: 401, code: 'signIn.needed' });
    expect((await browser.get('/me')).status).toBe(200);
  });

  it('holds for thirty days, and not a millisecond longer', async () => {
    const caller = await house.signIn(anOpenid());
    const end = new Date(monday).getTime() + 30 * oneDay;
    house.setClock(new Date(end - 1));
    expect((await caller.get('/me')).status).toBe(200);
    house.setClock(new Date(end));
    expect(await caller.get('/me')).toMatchObject({ status: 401, code: 'signIn.needed' });
  });

  it('ends at once for an account that is suspended, which does not sign in again', async () => {
    const woman = await aWoman(house);
    const { openid } = woman.calls;
    await house.database.rows.update(Account, { openid }, { suspendedAt: house.now() });
    expect(await woman.calls.get('/me')).toMatchObject({ status: 401, code: 'signIn.needed' });
    expect(await trade(house.wechat.issueCode(openid))).toMatchObject({
      status: 403,
      code: 'signIn.suspended',
    });
  });

  it.each([
    ['none', undefined],
    ['an empty one', 'Bearer '],
    ['a made-up one', `Bearer ${'A'.repeat(43)}`],
    ['garbage', 'Bearer \u00e4\u00f6%00 or 1=1'],
    ['a very long one', `Bearer ${'x'.repeat(8_000)}`],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
  ])('is needed where the token is %s', async (_, authorization) => {
    const answer = await house.app.inject({
      method: 'GET',
      url: '/api/me',
      headers: { ...(authorization !== undefined && { authorization }) },
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'signIn.needed']);
  });

  it('is not fooled by a token of which one letter was changed, or its hash', async () => {
    const caller = await house.signIn(anOpenid());
    const [{ tokenHash } = { tokenHash: '' }] = await house.database.rows.find(SignIn, { take: 1 });
    const forged = [`${caller.token!.slice(0, -1)}${caller.token!.endsWith('A') ? 'B' : 'A'}`, tokenHash];
    for (const token of forged) {
      const headers = { authorization: `Bearer ${token}` };
      expect((await house.app.inject({ method: 'GET', url: '/api/me', headers })).statusCode).toBe(401);
    }
  });
});
