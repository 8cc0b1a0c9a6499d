import { MediaVerdicts } from '../../server/wechat/pushes/media-verdicts';
import { Pushes, type PushedEvent } from '../../server/wechat/pushes/pushes';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aPush, aTrial, pushSettings, type PushWish } from '../support/wechat/push';

describeHouse('What WeChat pushes', () => {
  let house: House;
  let heard: PushedEvent[];
  beforeAll(async () => {
    house = await openHouse([], pushSettings);
    house.app.get(Pushes).hear('test_event', async (event) => {
      heard.push(event);
      return Promise.resolve();
    });
  });
  beforeEach(() => {
    heard = [];
  });
  afterAll(() => house.close());

  const send = (event: object, wish?: PushWish) => {
    const { query, body } = aPush(event, wish);
    return house.nobody.post(`/wechat/pushes?${query}`, body);
  };
  const refused = { status: 403, code: 'push.unreadable' };
  const event = { Event: 'test_event', FromUserName: 'openid-1', words: '延寿县' };

  it('is answered when the console tries the address, and only to WeChat', async () => {
    const answer = await house.nobody.get(`/wechat/pushes?${aTrial('84125')}`);
    expect([answer.status, String(answer.body)]).toEqual([200, '84125']);
    expect(await house.nobody.get(`/wechat/pushes?${aTrial('84125', 'guessed')}`)).toMatchObject(refused);
    expect(await house.nobody.get('/wechat/pushes')).toMatchObject(refused);
  });

  it('reaches whoever listens, and is acknowledged', async () => {
    const answer = await send(event);
    expect([answer.status, String(answer.body), heard]).toEqual([200, 'success', [event]]);
    expect((await send({ MsgType: 'text', Content: '你好' })).status).toBe(200);
    expect((await send({ Event: 'of_which_nobody_heard' })).status).toBe(200);
  });

  it.each<[string, PushWish]>([
    ['signed with another token', { token: 'guessed' }],
    ['sealed with another key', { key: 'QPONMLKJIHGFEDCBAzyxwvutsrqponmlkjihgfedcba' }],
    ['meant for another mini-program', { appId: 'wxother' }],
  ])('is not taken when it is %s', async (_, wish) => {
    expect(await send(event, wish)).toMatchObject(refused);
    expect(heard).toEqual([]);
  });

  it('is not taken when its body was changed, is not sealed, or is none', async () => {
    const { query, body } = aPush(event);
    const path = `/wechat/pushes?${query}`;
    const changed = { ...body, Encrypt: `${body.Encrypt.slice(0, -4)}AAA=` };
    for (const wrong of [changed, event, {}, { Encrypt: 7 }, [], undefined])
      expect(await house.nobody.post(path, wrong)).toMatchObject(refused);
    expect(heard).toEqual([]);
  });

  describe('of a checked picture', () => {
    const verdict = (traceId: string) => house.app.get(MediaVerdicts).of(traceId);
    const aVerdict = (trace_id: unknown, result: unknown, errcode = 0) =>
      send({ Event: 'wxa_media_check', appid: 'wxtest', version: 2, trace_id, result, errcode });

    it('is kept under its trace id, and told to whom asked; pushed again, the first stands', async () => {
      const told: string[] = [];
      house.app.get(MediaVerdicts).hear(async (traceId, found) => {
        told.push(`${traceId} ${found}`);
        return Promise.resolve();
      });
      expect(await verdict('trace-1')).toBeUndefined();
      await aVerdict('trace-1', { suggest: 'risky', label: 20_002 });
      await aVerdict('trace-1', { suggest: 'pass', label: 100 });
      expect(await verdict('trace-1')).toBe('risky');
      expect(told).toEqual(['trace-1 risky', 'trace-1 risky']);
    });

    it('is one to be looked at when WeChat could not judge it', async () => {
      await aVerdict('trace-2', { suggest: 'pass' }, -1_008);
      await aVerdict('trace-3', { suggest: 'odd' });
      await aVerdict('trace-4', undefined);
      for (const trace of ['trace-2', 'trace-3', 'trace-4']) expect(await verdict(trace)).toBe('review');
    });

    it('without a trace id that could be ours is let go', async () => {
      for (const trace of ['', 7, null, 'x'.repeat(65)])
        expect((await aVerdict(trace, { suggest: 'pass' })).status).toBe(200);
    });
  });

  it('goes nowhere on a server whose settings name no token', async () => {
    const other = await openHouse();
    const { query, body } = aPush(event);
    expect(await other.nobody.post(`/wechat/pushes?${query}`, body)).toMatchObject({ status: 404 });
    expect((await other.nobody.get(`/wechat/pushes?${aTrial('1')}`)).status).toBe(404);
    await other.close();
  });
});
