import { dayOf, daysLater } from '../../server/calendar/days.rules';
import type { SendMarksDto } from '../../server/attendance/attendance.dto';
import type {
  MarksAnswerView,
  SessionEvidenceView,
  TrainerSessionView,
} from '../../server/attendance/attendance.view';
import type { DemandWomanView } from '../../server/needs/board/board.view';
import type { CardAnswerView } from '../../server/needs/needs.view';
import type { EnrolledWomanView } from '../../server/enrolments/enrolments.view';
import { MiniProgram } from '../support/weapp/mini-program';
import { Phone } from '../support/weapp/phone';
import { openDemoHouse, type DemoHouse, type Person } from './support/demo-house';

const build = 'dist/weapp';
const serverInTheBuild = 'http://localhost:3000';
const title = '编织提高班';
/** Whom the demo's trainer is called; the batch is given to her, so that she can mark who comes. */
const demoTrainer = '鞠红';

jest.setTimeout(90_000);

/** The card of the journey's batch on whatever page she sees. */
const cardOf = (app: MiniProgram, kind: string) =>
  app.$$(kind).find((node) => app.text(node).includes(title));

describe('The whole way in the WeChat build', () => {
  let house: DemoHouse;
  beforeAll(async () => {
    house = await openDemoHouse();
  });
  afterAll(() => house.close());

  const phoneOf = (person: Person) =>
    new Phone({ reroute: { [serverInTheBuild]: house.server.url }, loginCode: () => house.codeFor(person) });

  /** The mini-program on this person's phone, signed in by one tap. */
  async function signedIn(person: Person, phone = phoneOf(person)): Promise<MiniProgram> {
    const app = new MiniProgram(build, phone);
    await app.launch('pages/sign-in/index');
    await app.tap('#sign-in-wechat');
    await app.until(() => app.route !== 'pages/sign-in/index');
    return app;
  }

  /** Waits for an element, and taps it. */
  async function tap(app: MiniProgram, selector: string): Promise<void> {
    await app.until(() => app.$(selector));
    await app.tap(selector);
  }

  /** The trainer's own half days of today, as the server knows them. */
  const sessionsToday = () => {
    const [today] = new Date(Date.now() + 8 * 3_600_000).toISOString().split('T');
    const path = `/sessions?from=${today}&to=${today}`;
    return house.ask('trainer', 'GET', path) as Promise<TrainerSessionView[]>;
  };
  const evidenceOf = ({ id }: TrainerSessionView) =>
    house.ask('county', 'GET', `/sessions/${id}/evidence`) as Promise<SessionEvidenceView>;

  /** Opens the morning's or the afternoon's register from the trainer's first page. */
  async function openRegister(app: MiniProgram, half: number): Promise<void> {
    await app.tap(await app.until(() => app.$$('.session-today')[half]));
    await app.until(() => app.$('.roster-row'));
  }

  it('keeps forty marks made without a signal, over the death of the app, and sends each once', async () => {
    const phone = phoneOf('trainer');
    const trainer = await signedIn('trainer', phone);
    for (const half of [0, 1]) {
      await openRegister(trainer, half);
      await trainer.back();
    }
    phone.signal = 'off';
    let tapped = 0;
    for (const half of [1, 0]) {
      await openRegister(trainer, half);
      for (; tapped < 40 && trainer.$('.roster-row .button'); tapped += 1)
        await trainer.tap(trainer.$('.roster-row .button')!);
      await trainer.back();
    }
    expect(tapped).toBe(40);
    trainer.kill();

    // Without a signal it starts with what it kept, and says how much waits.
    const dark = new MiniProgram(build, phone);
    await dark.launch('trainer/today/index');
    await openRegister(dark, 1);
    expect(dark.text()).toContain('40条存在手机里');
    dark.kill();

    phone.signal = 'on';
    const again = new MiniProgram(build, phone);
    await again.launch('trainer/today/index');
    await openRegister(again, 1);
    await again.until(() => !again.$('#waiting'));
    again.assertCalm();

    const marks = async () => {
      const evidence = await Promise.all((await sessionsToday()).map(evidenceOf));
      return evidence.flatMap(({ women }) => women.flatMap((woman) => woman.marks));
    };
    const kept = await marks();
    expect(kept).toHaveLength(40);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(40);

    // The same batch re-sent five times changes nothing.
    const sent = phone
      .callsOf('request')
      .filter(({ url }) => String(url).includes('attendance-marks'))
      .map(({ data }) => JSON.parse(String(data)) as SendMarksDto);
    for (let times = 0; times < 5; times += 1)
      for (const body of sent) {
        const answer = await house.ask('trainer', 'POST', '/attendance-marks', body);
        expect((answer as MarksAnswerView).answers.every(({ isKept }) => isKept)).toBe(true);
      }
    expect(await marks()).toEqual(kept);
  });

  it('shows a mark that was refused, with its reason, until the trainer has seen it', async () => {
    const phone = phoneOf('trainer');
    const trainer = await signedIn('trainer', phone);
    await openRegister(trainer, 0);
    const row = trainer.$$('.roster-row').at(-1)!;
    const womanId = String(row.attr.id).replace('row-', '');
    phone.signal = 'off';
    await tap(trainer, `#present-${womanId}`);
    await trainer.until(() => trainer.$('#waiting'));

    // Meanwhile her county takes her out.
    const [session] = await sessionsToday();
    const enrolments = (await house.ask(
      'county',
      'GET',
      `/batches/${session!.batchId}/enrolments`,
    )) as EnrolledWomanView[];
    const { enrolmentId } = enrolments.find((one) => one.womanId === womanId)!;
    await house.ask('county', 'POST', `/enrolments/${enrolmentId}/removal`, { reason: '她搬走了' });

    phone.signal = 'on';
    await trainer.until(() => trainer.text().includes('名单里没有她'));
    trainer.kill();
    const again = new MiniProgram(build, phone);
    await again.launch('trainer/today/index');
    await openRegister(again, 0);
    await again.until(() => again.text().includes('名单里没有她'));
    await again.tap(again.$('.roster-refused')!);
    await again.until(() => !again.$('.roster-refused'));
    again.assertCalm();
  });

  it('takes in a woman at the door without a signal, and asks why a mark is taken back', async () => {
    const phone = phoneOf('trainer');
    const trainer = await signedIn('trainer', phone);
    await openRegister(trainer, 0);
    await tap(trainer, '#walk-in');
    await trainer.until(() => trainer.route === 'trainer/walk-in/index');
    phone.signal = 'off';
    await trainer.input('#name', '郎玉芬');
    await trainer.tap(trainer.$$('.choice').find(({ attr }) => /^village-\d/.test(String(attr.id)))!);
    await tap(trainer, '#agrees');
    await tap(trainer, '#open-file');
    await trainer.until(() => trainer.route === 'trainer/roster/index' && trainer.text().includes('郎玉芬'));
    expect(trainer.$('#waiting')).toBeDefined();
    phone.signal = 'on';
    await trainer.until(() => !trainer.$('#waiting'));
    const hers = async () => {
      const [session] = await sessionsToday();
      return (await evidenceOf(session!)).women.find(({ name }) => name === '郎玉芬');
    };
    expect(await hers()).toMatchObject({ standing: 'present', marks: [{ kindName: '到了' }] });

    await trainer.tap(`#undo-${(await hers())!.womanId}`);
    await trainer.until(() => !trainer.$('#waiting'));
    expect(phone.callsOf('showActionSheet').at(-1)).toMatchObject({
      itemList: expect.arrayContaining(['点错了']),
    });
    expect(await hers()).toMatchObject({
      standing: null,
      marks: [{}, { kindName: '撤回', reason: '点错了' }],
    });
    trainer.assertCalm();
  });

  it('leads an officer from a cell of the board to an approved, open batch with its women in it', async () => {
    await house.ask('city', 'PUT', '/approval-rule', { isAsked: true });
    const officer = await signedIn('county');
    await tap(officer, '#room-demand');
    await tap(officer, '#cell-230129101-handicraft');
    await officer.until(() => officer.$('#behind .line-name'));
    await tap(officer, '#open-from-cell');
    await officer.until(() => officer.text().includes('六团镇想学手工编织的'));
    await tap(officer, `#slot-${daysLater(dayOf(new Date()), 15)}-morning`);
    await officer.input('#minimum', '1');
    await tap(officer, '#by-turn');
    await officer.until(() => officer.text(officer.$('#submit')).includes('报市妇联审批'));
    await tap(officer, '#submit');
    await officer.until(() => officer.route === 'office/plan/index' && officer.text().includes('待审批'));

    const city = await signedIn('city');
    await tap(city, '#room-approvals');
    await city.tap(await city.until(() => city.$('#waiting .line')));
    await tap(city, '#step-approve');
    await city.until(() => city.text().includes('已批准'));

    const again = await signedIn('county');
    await again.tap(
      await again.until(() => again.$$('.line').find((node) => again.text(node).includes('可以开班'))),
    );
    await again.tap(
      await again.until(() => again.$$('.line').find((node) => again.text(node).includes('已批准'))),
    );
    await tap(again, '#step-open');
    await again.until(() => again.route === 'office/batch/index');
    const listed = await again.until(() => again.$$('#candidates .line')[0]);
    await tap(again, '#tell');
    await again.until(() => again.text().includes('告诉过了'));
    const womanId = String(listed.attr.id).replace('candidate-', '');
    await tap(again, `#sign-up-${womanId}`);
    await again.until(() => again.$(`#enrolled-${womanId}`) && !again.$(`#candidate-${womanId}`));
    for (const app of [officer, city, again]) app.assertCalm();
    await house.ask('city', 'PUT', '/approval-rule', { isAsked: false });
  });

  it('leads a woman, an officer and a trainer from a need to the register, without typing', async () => {
    // She says what she wants to learn by tapping pictures; the signal goes, then the battery, and nothing is lost.
    const phone = phoneOf('woman');
    const before = await signedIn('woman', phone);
    await before.until(() => before.text().includes('点一点图'));
    await tap(before, '#main-step');
    await before.until(() => before.route === 'pages/need/index');
    phone.signal = 'off';
    for (const choice of ['family-handicraft', 'family-tourism', 'next', 'months-all'])
      await tap(before, `#${choice}`);
    expect(before.$$('input')).toEqual([]);
    before.kill();
    const her = new MiniProgram(build, phone);
    await her.launch('pages/need/index');
    for (const choice of ['next', 'next', 'reach-300', 'next', 'care-yes', 'next'])
      await tap(her, `#${choice}`);
    await her.until(() => her.$('#card-waits'));
    phone.signal = 'on';
    await her.until(() => !her.$('#card-waits'));

    // The officer sees it on the board, and opens a batch from the cell.
    const officer = await signedIn('county');
    await officer.until(() => officer.route === 'office/desk/index');
    await tap(officer, '#room-demand');
    await tap(officer, '#cell-230129101-handicraft');
    await officer.until(() => officer.text().includes('李桂香'));
    await tap(officer, '#open-from-cell');
    await officer.until(() => officer.$('#title'));
    await officer.input('#title', title);
    const trainers = officer.$$('picker')[0]!;
    await officer.change(
      trainers,
      (trainers.attr.range as string[]).findIndex((name) => name.startsWith(demoTrainer)),
    );
    const day = daysLater(dayOf(new Date()), 14);
    await tap(officer, `#slot-${day}-morning`);
    await tap(officer, `#slot-${day}-afternoon`);
    // Room for everybody, so that the lot cannot decide against her.
    await officer.input('#capacity', '200');
    await officer.input('#minimum', '1');
    await officer.until(() => officer.text(officer.$('#open')).includes('开班'));
    await tap(officer, '#open');
    await officer.until(() => officer.route === 'office/batch/index' && officer.text().includes(title));

    // She finds it among what suits her, and signs up.
    await tap(her, '#to-home');
    await tap(her, '#to-batches');
    await her.tap(await her.until(() => cardOf(her, '.batch-card')));
    await tap(her, '#apply');
    await her.until(() => her.text().includes('名额按大家的需求统一分配'));

    her.assertCalm();
    officer.assertCalm();

    // Sign-up closes. The officer enters the public draw, reads the reasons, publishes.
    await house.passDays(12);
    const publisher = await signedIn('county');
    await tap(publisher, '#room-runs');
    await tap(publisher, '#draft');
    await publisher.until(
      () => publisher.route === 'office/run/index' && publisher.text().includes('每个人的原因'),
    );
    await publisher.input('#draw-issue', '2026325');
    await publisher.input('#draw-number', '385');
    await tap(publisher, '#draw');
    await tap(publisher, '#review');
    await tap(publisher, '#publish');
    await publisher.until(() => publisher.text().includes('已公布'));
    publisher.assertCalm();

    // She reads that a seat is kept for her, and takes it.
    const lucky = await signedIn('woman');
    await tap(lucky, '#to-mine');
    await lucky.until(() => lucky.text().includes(`给您安排了“${title}”`));
    await lucky.tap(
      await lucky.until(() => lucky.$$('.batch-card').find((node) => lucky.text(node).includes('录取通知'))),
    );
    await tap(lucky, '#accept');
    await lucky.until(() => lucky.text().includes('您已被录取'));
    lucky.assertCalm();

    // The day of the course comes. The trainer marks her with one tap; the officer sees that she came.
    await house.passDays(14);
    const trainer = await signedIn('trainer');
    await trainer.tap(await trainer.until(() => cardOf(trainer, '.session')));
    const row = await trainer.until(() =>
      trainer.$$('.roster-row').find((node) => trainer.text(node).includes('李桂香')),
    );
    await trainer.tap(`#${String(row.attr.id).replace('row-', 'present-')}`);
    await trainer.until(() => trainer.text().includes('到了1人') && !trainer.text().includes('存在手机里'));
    trainer.assertCalm();

    // The day after, she taps a face and what made it so; the officer reads both beside who came.
    await house.passDays(15);
    const after = await signedIn('woman');
    await tap(after, '#to-mine');
    const prompt = () => after.$$('.button').find((node) => after.text(node).includes('点个笑脸'));
    await after.tap(await after.until(prompt));
    await tap(after, '#opinion-useful');
    await tap(after, '#why-earns');
    await after.until(() => after.text(after.$('#why-earns')).includes('✓'));
    await tap(after, '#done');
    await after.until(() => after.text().includes('我说过：很有用'));
    after.assertCalm();

    const later = await signedIn('county');
    await tap(later, '#room-batches');
    await tap(later, '#tab-going');
    await later.tap(await later.until(() => cardOf(later, '.batch-card')));
    await later.until(() => later.text().includes('来了1次'));
    await tap(later, '#said-women');
    await later.until(() => later.text(later.$('#feedback')).includes('说很有用：能挣钱'));
    later.assertCalm();
  });

  it('brings an article past three reviewers to a woman', async () => {
    const author = await signedIn('county');
    await tap(author, '#room-drafts');
    await tap(author, '#write');
    await author.until(() => author.$('#title'));
    await author.input('#title', '雪天路滑，注意安全');
    await author.input('#block-0', '来上课的姐妹慢点走，安全第一。');
    await tap(author, '#submit');
    await author.until(() => author.text().includes('等一审'));
    author.assertCalm();

    for (const key of ['county-editor', 'city-editor', 'city'] as const) {
      const reviewer = await signedIn(key);
      await reviewer.tap(
        await reviewer.until(() =>
          reviewer.$$('.line').find((node) => reviewer.text(node).includes('雪天路滑')),
        ),
      );
      await tap(reviewer, '#pass');
      if (key === 'city') {
        await tap(reviewer, '#publish');
        await reviewer.until(() => reviewer.text().includes('大家都能看到'));
      } else await reviewer.until(() => reviewer.$('#pass') === undefined || reviewer.$('#pass') === null);
      reviewer.assertCalm();
    }

    const reader = new MiniProgram(build, phoneOf('woman'));
    await reader.launch();
    await reader.tap(
      await reader.until(() =>
        reader.$$('.article-card').find((node) => reader.text(node).includes('雪天路滑')),
      ),
    );
    await reader.until(() => reader.text().includes('安全第一'));
    reader.assertCalm();
  });

  it('signs her in again in silence when her sign-in has ended', async () => {
    const phone = phoneOf('woman');
    const her = await signedIn('woman', phone);
    phone.storage.set('token', 'a-token-of-long-ago');
    await tap(her, '#to-mine');
    await her.until(() => her.text().includes('我的课程'));
    expect(phone.storage.get('token')).not.toBe('a-token-of-long-ago');
    her.assertCalm();
  });

  it('asks in a new season whether her wishes still hold, and one tap says so, hers or her helper’s', async () => {
    await house.passDays(250);
    const { womanId } = (await house.ask('woman', 'GET', '/me')) as { womanId: string };
    const isStale = async () =>
      ((await house.ask('helper', 'GET', `/women/${womanId}/need-card`)) as CardAnswerView).card?.isStale;
    expect(await isStale()).toBe(true);
    const her = await signedIn('woman');
    await tap(her, '#to-need');
    await tap(her, '#confirm-card');
    await her.until(() => her.route === 'pages/batches/index');
    expect(await isStale()).toBe(false);

    const stale = '/demand/women?family=handicraft&region=230129101&age=stale';
    const asked = (await house.ask('county', 'GET', stale)) as DemandWomanView[];
    const { women } = (await house.ask('helper', 'GET', '/women')) as { women: { id: string }[] };
    const another = asked.find((one) => women.some(({ id }) => id === one.womanId))!;
    const phone = phoneOf('helper');
    (await signedIn('helper', phone)).kill();
    const again = new MiniProgram(build, phone);
    await again.launch(`office/woman/index?id=${another.womanId}`);
    await tap(again, '#still-so');
    await again.until(() => !again.$('#still-so') && !again.text().includes('本季没确认'));
    for (const app of [her, again]) app.assertCalm();
  });
});
