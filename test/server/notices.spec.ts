import type { HoldingView } from '../../server/rights/rights.view';
import type { CallListView } from '../../server/notices/calls/calls.view';
import { Courier } from '../../server/notices/delivery/courier';
import { Delivery } from '../../server/notices/delivery/delivery.entity';
import { DeliveriesService } from '../../server/notices/delivery/deliveries.service';
import type { NoticeView, SubscriptionsView } from '../../server/notices/notices.view';
import type { StandingView } from '../../server/enrolments/enrolments.view';
import { granted } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer, helper, type HouseWoman } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { aBatch, giveUp, signUp, standing } from '../support/house/teaching';
import { aReachableWoman, attemptsOf, consentsTo, offerTo, rungOf } from '../support/house/telling';
import { startSms, type SmsStandIn } from '../support/sms/stand-in';
import type { Fault } from '../support/wechat/stand-in';
import { templates } from '../support/wechat/templates';

const send = '/cgi-bin/message/subscribe/send';
const minutes = (count: number) => new Date(Date.parse(monday) + count * 60_000);

describeHouse('A notice', () => {
  let house: House;
  let sms: SmsStandIn;
  let her: HouseWoman;
  beforeEach(async () => {
    sms = await startSms();
    house = await openHouse([], { ...templates, ...sms.settings });
    her = await aReachableWoman(house);
  });
  afterEach(async () => {
    await house.close();
    await sms.close();
  });

  const fail = (fault: Fault, times?: number) => house.wechat.failNext(send, fault, times);
  const asked = () => house.wechat.calls.filter(({ path }) => path === send).length;
  const listOf = async (who: 'helper' | 'officer' = 'helper') => {
    const by =
      who === 'helper'
        ? await helper(house, yanshou.villages[0])
        : await countyOfficer(house, yanshou.county);
    return { by, list: granted(await by.get<CallListView>('/calls')) };
  };

  it('goes out in WeChat after the change, once, and leads to the batch', async () => {
    const batch = await offerTo(house, her);
    expect(house.wechat.sent).toEqual([]);
    await house.deliver();
    await house.deliver();
    expect(house.wechat.sent).toEqual([
      expect.objectContaining({
        ...{ touser: her.calls.openid, template_id: 'RESULT', page: `pages/batch/index?id=${batch.id}` },
        data: {
          thing1: { value: '柳编入门' },
          date2: { value: expect.stringMatching(/^2026年12月\d+日$|^2027年/) as string },
          thing3: { value: '轮到您了，请在11月26日前回复' },
        },
      }),
    ]);
    expect(await attemptsOf(house, her)).toEqual(['wechat sent']);
    expect(await rungOf(house, her)).toBe('over by wechat');
    expect((await listOf()).list.calls).toEqual([]);
  });

  it('goes by SMS when she refused the message in WeChat, by itself', async () => {
    await offerTo(house, her);
    fail({ errcode: 43101 });
    await house.deliver();
    expect(await attemptsOf(house, her)).toEqual(['wechat refused', 'sms sent']);
    expect(sms.sent).toEqual([
      {
        ...{ PhoneNumberSet: ['+8613800005678'], SmsSdkAppId: '1400006666', SignName: '巾帼培训' },
        ...{ TemplateId: '11', TemplateParamSet: ['柳编入门', '轮到您了，请在11月26日前回复'] },
      },
    ]);
  });

  it.each<[Fault, string]>([
    [{ errcode: 40003 }, 'wechat refused'],
    [{ errcode: 40037 }, 'wechat refused'],
    [{ errcode: 41030 }, 'wechat refused'],
    [{ errcode: 47003 }, 'wechat refused'],
    ['half', 'wechat unknown'],
    ['down', 'wechat unknown'],
  ])('takes the next rung after %j, and never asks WeChat twice', async (fault, first) => {
    await offerTo(house, her);
    fail(fault);
    await house.deliver();
    await house.deliver();
    expect(await attemptsOf(house, her)).toEqual([first, 'sms sent']);
    expect(asked()).toBe(1);
  });

  it('takes the next rung when WeChat hangs, and the server answers as quickly as ever', async () => {
    await offerTo(house, her);
    fail('hang');
    const delivering = house.deliver();
    for (let turn = 0; turn < 20; turn += 1) expect((await house.nobody.get('/health')).status).toBe(200);
    expect(await attemptsOf(house, her)).toEqual(['wechat begun']);
    await delivering;
    await house.deliver();
    expect(await attemptsOf(house, her)).toEqual(['wechat unknown', 'sms sent']);
  });

  it.each<Fault>([{ errcode: -1 }, { errcode: 45009 }, { errcode: 45011 }])(
    'is tried again later after %j, since nothing was sent',
    async (fault) => {
      await offerTo(house, her);
      fail(fault);
      await house.deliver();
      expect(await attemptsOf(house, her)).toEqual(['wechat later']);
      house.setClock(minutes(2));
      await house.deliver();
      expect(await attemptsOf(house, her)).toEqual(['wechat later', 'wechat sent']);
    },
  );

  it('is lost by no hour without WeChat: it goes out when WeChat is back, once', async () => {
    await offerTo(house, her);
    house.wechat.failNext('/cgi-bin/stable_token', 'down', 1_000);
    for (let minute = 0; minute <= 60; minute += 5) {
      house.setClock(minutes(minute));
      await house.deliver();
    }
    expect(asked()).toBe(0);
    expect(await rungOf(house, her)).toBe('wechat');
    house.wechat.mend();
    house.setClock(minutes(90));
    await house.deliver();
    await house.deliver();
    expect(house.wechat.sent).toHaveLength(1);
    expect((await attemptsOf(house, her)).at(-1)).toBe('wechat sent');
  });

  it('counts as unsent when the database does not give the token', async () => {
    await offerTo(house, her);
    await house.database.rows.query('ALTER TABLE wechat_tokens RENAME TO wechat_tokens_away');
    await house.deliver();
    expect(await attemptsOf(house, her)).toEqual(['wechat later']);
    await house.database.rows.query('ALTER TABLE wechat_tokens_away RENAME TO wechat_tokens');
    house.setClock(minutes(2));
    await house.deliver();
    expect(await attemptsOf(house, her)).toEqual(['wechat later', 'wechat sent']);
  });

  it('is sent by one of two servers only', async () => {
    const other = await house.another();
    for (let turn = 0; turn < 6; turn += 1) await offerTo(house, await aReachableWoman(house));
    await Promise.all([house.deliver(), other.get(Courier).work(), house.deliver()]);
    expect(house.wechat.sent).toHaveLength(6);
    expect(new Set(house.wechat.sent.map(({ touser }) => touser)).size).toBe(6);
  });

  it('whose server died while sending takes the next rung once the lease has ended', async () => {
    await offerTo(house, her);
    const deliveries = house.app.get(DeliveriesService);
    const [climb] = await deliveries.claim('a server that dies');
    await deliveries.beginAttempt(climb!);
    await house.deliver();
    expect(await attemptsOf(house, her)).toEqual(['wechat begun']);
    house.setClock(minutes(3));
    await house.deliver();
    expect(await attemptsOf(house, her)).toEqual(['wechat unknown', 'sms sent']);
    expect(asked()).toBe(0);
  });

  it('whose server died before sending is sent by another', async () => {
    await offerTo(house, her);
    await house.app.get(DeliveriesService).claim('a server that dies');
    await house.deliver();
    expect(house.wechat.sent).toEqual([]);
    house.setClock(minutes(3));
    await house.deliver();
    expect(await attemptsOf(house, her)).toEqual(['wechat sent']);
  });

  it('is not begun by a worker that has slept past its lease', async () => {
    await offerTo(house, her);
    const deliveries = house.app.get(DeliveriesService);
    const [climb] = await deliveries.claim('a server that sleeps');
    house.setClock(minutes(3));
    expect(await deliveries.beginAttempt(climb!)).toBeUndefined();
    house.setClock(monday);
    await house.database.rows.update(Delivery, { noticeId: climb!.told.id }, { leasedBy: 'another' });
    expect(await deliveries.beginAttempt(climb!)).toBeUndefined();
  });

  it('waits for the morning in the night', async () => {
    house.setClock('2026-11-23T13:00:00Z');
    await offerTo(house, her);
    await house.deliver();
    expect(house.wechat.sent).toEqual([]);
    house.setClock('2026-11-24T00:00:00Z');
    await house.deliver();
    expect(house.wechat.sent).toHaveLength(1);
  });

  it('of an offer that has been answered goes nowhere any more', async () => {
    const batch = await offerTo(house, her);
    const { enrolmentId } = await standing(her, batch);
    granted(await her.calls.post<StandingView>(`/enrolments/${enrolmentId}/acceptance`));
    await house.deliver();
    expect(house.wechat.sent).toEqual([]);
    expect(await attemptsOf(house, her)).toEqual(['wechat overtaken']);
  });

  it('ends where she has opened her inbox herself, not where her helper looks', async () => {
    await offerTo(house, her);
    const by = await helper(house, yanshou.villages[0]);
    granted(await by.post('/notices/seen'));
    expect(await rungOf(house, her)).toBe('wechat');
    granted(await her.calls.post('/notices/seen'));
    expect(await rungOf(house, her)).toBe('over by inbox');
    const inbox = granted(await her.calls.get<NoticeView[]>(`/women/${her.id}/notices`));
    expect(inbox[0]).toMatchObject({ event: 'seat_from_waiting', articleId: null });
  });

  it('knows which messages she may be asked for, three at most', async () => {
    const { templateIds, words } = granted(await her.calls.get<SubscriptionsView>('/subscriptions'));
    expect(templateIds).toEqual(['RESULT', 'CHANGE', 'REMINDER']);
    expect(words).toContain('微信消息');
  });

  describe('for a woman whom no message reaches', () => {
    beforeEach(async () => {
      her = await aWoman(house, { phone: '13800005678' });
      await offerTo(house, her);
      await house.deliver();
    });

    it('comes to her helper’s list with what to say, her number masked', async () => {
      const { list } = await listOf();
      expect(list.calls).toEqual([
        expect.objectContaining({
          ...{ womanId: her.id, name: '王秀英', phone: '138****5678', event: 'seat_from_waiting', tries: 0 },
          before: ['短信：她还没有同意收消息', '微信：她还没有同意收消息'],
          script: expect.stringMatching(/^您好，.*轮到您了.*我替您点。$/) as string,
        }),
      ]);
      expect(list.board).toEqual([]);
      expect((await listOf('officer')).list.calls).toHaveLength(1);
    });

    it('leaves the list once she was told, with who told her', async () => {
      const { by, list } = await listOf();
      const path = `/calls/${list.calls[0]!.id}/results`;
      granted(await by.post(path, { result: 'told' }));
      expect((await listOf()).list.calls).toEqual([]);
      expect(await rungOf(house, her)).toBe('over by call');
      expect(await by.post(path, { result: 'told' })).toMatchObject({ status: 409, code: 'call.over' });
      expect(await by.post(path, { result: 'sent' })).toMatchObject({ status: 400 });
    });

    it('comes to the village board with her short name after three calls', async () => {
      const { by, list } = await listOf();
      const path = `/calls/${list.calls[0]!.id}/results`;
      for (const tries of [1, 2]) {
        granted(await by.post(path, { result: 'no_answer' }));
        expect((await listOf()).list.calls[0]!.tries).toBe(tries);
      }
      granted(await by.post(path, { result: 'no_answer' }));
      const { board, calls } = (await listOf()).list;
      expect(calls).toEqual([]);
      expect(board).toEqual([expect.objectContaining({ shortName: '王某英' })]);
      expect(JSON.stringify(board)).not.toContain('王秀英');
      granted(await by.post(path, { result: 'hung' }));
      expect(await rungOf(house, her)).toBe('over by board');
    });

    it('leaves the list when the offer is over, and by her wish at once', async () => {
      await consentsTo(her, 'messages', true);
      await consentsTo(her, 'messages', false);
      expect((await listOf()).list.calls).toEqual([]);
      expect((await attemptsOf(house, her)).at(-1)).toBe('call withdrawn');
    });

    it('is of no use when its time is over', async () => {
      await house.passTo('2026-11-27T02:00:00Z');
      expect(await rungOf(house, her)).toBe('over');
      expect(await attemptsOf(house, her)).toContain('call overtaken');
    });
  });

  it('climbs in a hurry when the offer will lapse', async () => {
    await offerTo(house, her);
    fail({ errcode: -1 }, 50);
    house.setClock('2026-11-25T03:00:00Z');
    await house.deliver();
    await house.deliver();
    expect(await attemptsOf(house, her)).toEqual(['wechat later', 'sms sent']);
  });

  it('reminds of an offer in its last day, once, instead of the first one', async () => {
    await offerTo(house, her);
    fail({ errcode: -1 }, 50);
    await house.passTo('2026-11-25T03:00:00Z');
    await house.passTo('2026-11-25T04:00:00Z');
    const inbox = granted(await her.calls.get<NoticeView[]>(`/women/${her.id}/notices`));
    expect(inbox.map(({ event }) => event)).toEqual(['offer_lapsing', 'seat_from_waiting', 'waiting']);
    expect(await attemptsOf(house, her)).toEqual(['wechat overtaken']);
  });

  it('reminds of the first lesson of a row of days, once, in the day before', async () => {
    const other = await house.another();
    const batch = await aBatch(house, {
      sessions: [
        { heldOn: '2026-12-07', half: 'afternoon' },
        { heldOn: '2026-12-07', half: 'morning' },
        { heldOn: '2026-12-08', half: 'morning' },
      ],
    });
    await signUp(her, batch);
    const gone = await aReachableWoman(house);
    await giveUp(gone, (await signUp(gone, batch)).enrolmentId);
    for (const at of [
      '2026-12-05T16:00:00Z',
      '2026-12-06T02:00:00Z',
      '2026-12-06T03:00:00Z',
      '2026-12-07T02:00:00Z',
    ])
      await house.passTo(at);
    await house.deliver();
    await other.get(Courier).work();
    const inbox = granted(await her.calls.get<NoticeView[]>(`/women/${her.id}/notices`));
    expect(inbox.filter(({ event }) => event === 'tomorrow').map(({ sentence }) => sentence)).toEqual([
      '“柳编入门”明天上午（12月7日）上课，在六团镇文化站，别忘了来。',
    ]);
    expect(house.wechat.sent.map(({ template_id: id, touser }) => [id, touser])).toEqual([
      ['REMINDER', her.calls.openid],
    ]);
  });

  it('of a moved session takes the place of an earlier one that has not reached her', async () => {
    const officer = await countyOfficer(house, yanshou.county);
    const batch = await aBatch(house, { sessions: [{ heldOn: '2026-12-10', half: 'morning' }] }, officer);
    await signUp(her, batch);
    const path = `/sessions/${batch.sessions[0]!.id}/slot`;
    granted(await officer.put(path, { heldOn: '2026-12-11', half: 'morning' }));
    granted(await officer.put(path, { heldOn: '2026-12-12', half: 'morning' }));
    granted(await officer.post(`/batches/${batch.id}/cancellation`, { reason: '教师病了' }));
    await house.deliver();
    expect(house.wechat.sent.map(({ data }) => data.thing2?.value)).toEqual(['取消了，有新班再告诉您']);
  });

  it('is forgotten with her, attempts and all', async () => {
    await offerTo(house, her);
    await house.deliver();
    granted(await her.calls.get<HoldingView[]>(`/women/${her.id}/holdings`));
    granted(await her.calls.post(`/women/${her.id}/erasure`, {}));
    for (const table of ['notices', 'deliveries', 'delivery_attempts'])
      expect(await house.database.rows.query(`SELECT * FROM ${table} LIMIT 9`)).toEqual(
        table === 'notices' ? expect.any(Array) : [],
      );
  });
});
