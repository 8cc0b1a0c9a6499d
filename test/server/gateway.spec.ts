import type { SignedInView } from '../../server/accounts/accounts.view';
import { Account } from '../../server/accounts/account.entity';
import { describeHouse, openHouse, type House } from '../support/house/house';

const hers = (other: Record<string, string> = {}) => ({
  'x-wx-openid': 'gateway-openid',
  'x-wx-appid': 'wxtest',
  'x-wx-source': 'wx_client',
  ...other,
});

describeHouse('The headers of WeChat’s gateway', () => {
  let house: House;
  afterEach(() => house.close());

  const signIn = async (headers: Record<string, string>, code = 'a-code-of-nobody') => {
    const answer = await house.app.inject({
      ...{ method: 'POST', url: '/api/sign-ins', headers, payload: { code } },
    });
    return { status: answer.statusCode, body: answer.json<SignedInView & { code?: string }>() };
  };
  const openids = async () =>
    (await house.database.rows.find(Account)).map(({ openid }) => openid).filter((one) => one !== null);

  it('change nothing on a public server: whoever forges them is who her code says, or nobody', async () => {
    house = await openHouse();
    expect(await signIn(hers())).toMatchObject({ status: 401, body: { code: 'signIn.codeRefused' } });
    const code = house.wechat.issueCode('the-forger');
    expect((await signIn(hers(), code)).status).toBe(201);
    expect(await openids()).toEqual(['the-forger']);
    const me = await house.app.inject({ method: 'GET', url: '/api/me', headers: hers() });
    expect(me.statusCode).toBe(401);
  });

  it('say who she is behind the gateway, without asking WeChat', async () => {
    house = await openHouse([], { WECHAT_GATEWAY: 'on' });
    expect((await signIn(hers())).status).toBe(201);
    expect(await openids()).toEqual(['gateway-openid']);
    expect(house.wechat.calls).toEqual([]);
  });

  it.each([
    ['of another mini-program', { 'x-wx-appid': 'wxother' }],
    ['without a source', { 'x-wx-source': '' }],
    ['with an openid that is none', { 'x-wx-openid': 'a b' }],
  ])('%s are as good as none', async (_, other) => {
    house = await openHouse([], { WECHAT_GATEWAY: 'on' });
    expect((await signIn(hers(other))).status).toBe(401);
    expect(await openids()).toEqual([]);
  });
});
