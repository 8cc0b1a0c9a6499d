import { Logger } from '@nestjs/common';
import { WechatClient } from '../../server/wechat/wechat-client';
import { WechatToken } from '../../server/wechat/access-token.entity';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { anOpenid } from '../support/house/people';
import { testAccount, type Fault } from '../support/wechat/stand-in';

const paths = {
  token: '/cgi-bin/stable_token',
  phone: '/wxa/business/getuserphonenumber',
  text: '/wxa/msg_sec_check',
  media: '/wxa/media_check_async',
  code: '/wxa/getwxacodeunlimit',
  send: '/cgi-bin/message/subscribe/send',
} as const;
const minutes = 60_000;

describeHouse('The client of WeChat', () => {
  let house: House;
  let wechat: WechatClient;
  let openid: string;
  beforeEach(async () => {
    house = await openHouse();
    wechat = house.app.get(WechatClient);
    openid = anOpenid();
    await house.signIn(openid);
  });
  afterEach(() => house.close());

  const asked = (path: string) => house.wechat.calls.filter((call) => call.path === path);
  const fail = (path: string, fault: Fault, times?: number) => house.wechat.failNext(path, fault, times);
  const busy = { code: 'wechat.busy' };
  const aMessage = (fields: Record<string, string> = { thing1: '柳编入门' }) => ({
    ...{ openid, templateId: 'T', page: 'pages/batch/index?id=1', fields },
  });

  describe('asked for a phone number', () => {
    it('gives the eleven digits of the code, once', async () => {
      const code = house.wechat.issuePhoneCode('13800005678');
      expect(await wechat.phoneOf(code)).toBe('13800005678');
      await expect(wechat.phoneOf(code)).rejects.toMatchObject({ code: 'phone.codeRefused' });
      await expect(wechat.phoneOf('made-up')).rejects.toMatchObject({ code: 'phone.codeRefused' });
    });

    it('asks again when WeChat was busy, but not when the code may have been used up', async () => {
      fail(paths.phone, { errcode: -1 });
      expect(await wechat.phoneOf(house.wechat.issuePhoneCode('13800005678'))).toBe('13800005678');
      expect(asked(paths.phone)).toHaveLength(2);
      fail(paths.phone, 'half');
      await expect(wechat.phoneOf(house.wechat.issuePhoneCode('13800005678'))).rejects.toMatchObject(busy);
      expect(asked(paths.phone)).toHaveLength(3);
    });

    it.each([45009, 45011, 40013])('says that WeChat is busy when it answers %d', async (errcode) => {
      fail(paths.phone, { errcode });
      await expect(wechat.phoneOf(house.wechat.issuePhoneCode('13800005678'))).rejects.toMatchObject(busy);
      expect(asked(paths.phone)).toHaveLength(1);
    });
  });

  describe('asked to check a text', () => {
    it('lets the worst of its parts count, each of 2,500 characters at most', async () => {
      const long = `${'好'.repeat(2_499)}😀${'字'.repeat(100)}`;
      expect(await wechat.checkText(openid, long, 'log')).toBe('pass');
      expect(asked(paths.text).map(({ body }) => (body as { content: string }).content.length)).toEqual([
        2_499, 102,
      ]);
      expect(await wechat.checkText(openid, '', 'log')).toBe('pass');
    });

    it('leaves to a person what WeChat cannot judge: she has not visited for two hours', async () => {
      expect(await wechat.checkText('nobody-knows-her', '一句话', 'comment')).toBe('review');
      fail(paths.text, { errcode: 61010 });
      expect(await wechat.checkText(openid, '一句话', 'comment')).toBe('review');
    });

    it('asks once more over a broken line, then says that WeChat is busy', async () => {
      fail(paths.text, 'down');
      expect(await wechat.checkText(openid, '一句话', 'forum')).toBe('pass');
      fail(paths.text, 'half', 2);
      await expect(wechat.checkText(openid, '一句话', 'forum')).rejects.toMatchObject(busy);
      fail(paths.text, { errcode: 45009 });
      await expect(wechat.checkText(openid, '一句话', 'forum')).rejects.toMatchObject(busy);
    });
  });

  it('gives a picture to the check under a trace id', async () => {
    const url = 'https://example.org/picture.jpg';
    expect(await wechat.checkMedia(openid, url, 'picture', 'log')).toMatch(/^\w{8,64}$/);
    expect(asked(paths.media)[0]?.body).toEqual({
      ...{ media_url: url, media_type: 2, version: 2, scene: 4, openid },
    });
    fail(paths.media, 'down');
    await expect(wechat.checkMedia(openid, url, 'picture', 'log')).rejects.toMatchObject(busy);
    await expect(wechat.checkMedia('stranger', url, 'audio', 'log')).rejects.toMatchObject(busy);
  });

  it('draws a code for a page, and calls a wrong one our own mistake', async () => {
    const picture = await wechat.codeFor('b=0190', 'pages/batch/index');
    expect(picture.subarray(0, 3).toString()).toBe('GIF');
    fail(paths.code, 'half');
    expect(await wechat.codeFor('b=0190', 'pages/batch/index')).toEqual(picture);
    await expect(wechat.codeFor('x'.repeat(33), 'pages/batch/index')).rejects.toThrow('40169');
    fail(paths.code, { errcode: 45009 });
    await expect(wechat.codeFor('b=0190', 'pages/batch/index')).rejects.toMatchObject(busy);
  });

  describe('sending a message', () => {
    it('hands it over as WeChat wants it', async () => {
      await wechat.send(aMessage());
      expect(house.wechat.sent).toEqual([
        {
          ...{ touser: openid, template_id: 'T', page: 'pages/batch/index?id=1' },
          ...{ miniprogram_state: 'formal', lang: 'zh_CN', data: { thing1: { value: '柳编入门' } } },
        },
      ]);
    });

    it.each<[Fault, object]>([
      [{ errcode: 43101 }, { fate: 'refused', errcode: 43101, isForLater: false }],
      [{ errcode: 45009 }, { fate: 'refused', errcode: 45009, isForLater: true }],
      [{ errcode: -1 }, { fate: 'refused', errcode: -1, isForLater: true }],
      ['half', { fate: 'unknown', isForLater: false }],
      ['down', { fate: 'unknown', isForLater: false }],
    ])('never asks twice: %j', async (fault, fate) => {
      fail(paths.send, fault);
      await expect(wechat.send(aMessage())).rejects.toMatchObject(fate);
      expect(asked(paths.send)).toHaveLength(1);
    });

    it('names the field that breaks its rule', async () => {
      await expect(wechat.send(aMessage({ thing1: '长'.repeat(21) }))).rejects.toMatchObject({
        ...{ fate: 'refused', errcode: 47003 },
        said: expect.stringContaining('thing1') as string,
      });
    });

    it('knows that nothing was sent where no connection was made, or no token was given', async () => {
      fail(paths.token, 'down', 20);
      await expect(wechat.send(aMessage())).rejects.toMatchObject({ fate: 'unsent', isForLater: true });
      expect(asked(paths.send)).toEqual([]);
      await house.wechat.close();
      await expect(wechat.phoneOf('x')).rejects.toMatchObject(busy);
    });
  });

  describe('the access token', () => {
    const renewals = () => asked(paths.token).length;

    it('is asked for once, for all servers and for their whole burst', async () => {
      const other = (await house.another()).get(WechatClient);
      await Promise.all(
        Array.from({ length: 40 }, (_, place) => (place % 2 ? wechat : other).send(aMessage())),
      );
      expect([renewals(), house.wechat.sent.length]).toEqual([1, 40]);
      await (await house.another()).get(WechatClient).send(aMessage());
      expect(renewals()).toBe(1);
    });

    it('that becomes worthless in the middle of a burst of two servers is renewed once, and nothing is lost', async () => {
      const other = (await house.another()).get(WechatClient);
      await Promise.all([wechat.send(aMessage()), other.send(aMessage())]);
      house.wechat.revokeTokens();
      await Promise.all(
        Array.from({ length: 40 }, (_, place) => (place % 2 ? wechat : other).send(aMessage())),
      );
      expect([renewals(), house.wechat.sent.length]).toEqual([2, 42]);
    });

    it('is renewed five minutes before its end, and the old one serves while WeChat gives none', async () => {
      const start = new Date(monday).getTime();
      await wechat.send(aMessage());
      house.setClock(start + 114 * minutes);
      await wechat.send(aMessage());
      expect(renewals()).toBe(1);
      house.setClock(start + 116 * minutes);
      fail(paths.token, { errcode: -1 });
      await wechat.send(aMessage());
      expect(renewals()).toBe(2);
      await wechat.send(aMessage());
      expect(renewals()).toBe(3);
    });

    it('is forced where WeChat gives the refused one again, and the request asked once more only', async () => {
      await wechat.send(aMessage());
      fail(paths.send, { errcode: 40001 });
      await wechat.send(aMessage());
      expect(
        asked(paths.token).map(({ body }) => (body as { force_refresh: boolean }).force_refresh),
      ).toEqual([false, false, true]);
      fail(paths.send, { errcode: 42001 }, 2);
      await expect(wechat.send(aMessage())).rejects.toMatchObject({ fate: 'refused', errcode: 42001 });
    });

    it('is taken over from a server that died while it renewed it', async () => {
      await wechat.send(aMessage());
      house.wechat.revokeTokens();
      const { rows } = house.database;
      await rows.update(
        WechatToken,
        { appId: testAccount.appId },
        { renewedUntil: new Date(house.now().getTime() + 20_000) },
      );
      const waiting = wechat.send(aMessage());
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(house.wechat.sent).toHaveLength(1);
      house.setClock(house.now().getTime() + 21_000);
      await waiting;
      expect(house.wechat.sent).toHaveLength(2);
    });

    it('and every other secret stands in no row and in no log', async () => {
      const said: unknown[] = [];
      const hear = (...words: unknown[]) => void said.push(...words);
      const spies = (['warn', 'error', 'log', 'debug'] as const).map((level) =>
        jest.spyOn(Logger.prototype, level).mockImplementation(hear),
      );
      await wechat.send(aMessage());
      const { token } = { token: asked(paths.send)[0]!.query.access_token! };
      const code = house.wechat.issuePhoneCode('13800005678');
      fail(paths.phone, 'half');
      fail(paths.send, { errcode: 47003, errmsg: 'data.thing1.value invalid' });
      await Promise.allSettled([wechat.phoneOf(code), wechat.send(aMessage())]);
      for (const spy of spies) spy.mockRestore();
      expect(said.length).toBeGreaterThan(0);
      const everything = JSON.stringify([said, await house.database.rows.find(WechatToken)]);
      for (const secret of [token, code, testAccount.appSecret, '13800005678', '柳编'])
        expect(everything).not.toContain(secret);
    });
  });
});
