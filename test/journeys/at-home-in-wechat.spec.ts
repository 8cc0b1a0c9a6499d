import { writeScene } from '../../server/accounts/scenes.rules';
import { consentWords } from '../../server/women/women.rules';
import { cloudTwin } from '../support/weapp/cloud-twin';
import { MiniProgram } from '../support/weapp/mini-program';
import { Phone } from '../support/weapp/phone';
import { testAccount } from '../support/wechat/stand-in';
import { openDemoHouse, type DemoHouse, type Person } from './support/demo-house';

jest.setTimeout(120_000);

const kilobyte = 1024;
const core = ['home', 'need', 'batches', 'mine'] as const;

describe('On her own phone, in WeChat', () => {
  let house: DemoHouse;
  let batchId: string;
  let articleId: string;
  const apps: MiniProgram[] = [];
  beforeAll(async () => {
    // Its public address is as good as closed: only the phones of this spec know it.
    house = await openDemoHouse({ WECHAT_GATEWAY: 'on' });
    const idOf = async (path: string) => ((await house.ask('woman', 'GET', path)) as { id: string }[])[0]!.id;
    [batchId, articleId] = [await idOf('/batches'), await idOf('/articles')];
  });
  afterEach(() => apps.splice(0).forEach((app) => app.kill()));
  afterAll(() => house.close());

  const phoneOf = (person: Person) =>
    new Phone({
      reroute: { 'http://localhost:3000': house.server.url },
      loginCode: () => house.codeFor(person),
    });
  const herPhone = () => phoneOf('woman');

  async function opened(phone: Phone, url?: string, build = 'dist/weapp'): Promise<MiniProgram> {
    const app = new MiniProgram(build, phone);
    apps.push(app);
    await app.launch(url);
    return app;
  }

  async function signedIn(phone: Phone): Promise<MiniProgram> {
    const app = await opened(phone, 'pages/sign-in/index');
    await app.tap('#sign-in-wechat');
    await app.until(() => app.route === 'pages/home/index' && app.$('#main-step'));
    return app;
  }

  /** The four rooms and a course, one after the other, each with something on it. */
  async function walkThrough(app: MiniProgram): Promise<void> {
    const marks = { home: '#main-step', need: '#next', batches: '.batch-card', mine: '#sign-out' };
    for (const room of core) {
      await app.until(() => app.$(`#to-${room}`));
      await app.tap(`#to-${room}`);
      await app.until(() => app.route === `pages/${room}/index` && app.$(marks[room]));
    }
    await app.tap('#to-batches');
    await app.tap(await app.until(() => app.$('.batch-card')));
    await app.until(() => app.route === 'pages/batch/index' && app.text().includes('不收费'));
    await app.back();
  }

  it('draws its first screen with little, for a visitor and for her', async () => {
    const visitor = await opened(herPhone());
    await visitor.until(() => visitor.$('.article-card'));
    const phone = herPhone();
    (await signedIn(phone)).kill();
    const again = await opened(phone);
    for (const app of [visitor, again]) {
      const first = app.setDataBytes.firstOf['pages/home/index'];
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThanOrEqual(32 * kilobyte);
    }
  });

  it('goes on when she refuses everything, and says what she can do instead', async () => {
    const phone = herPhone();
    for (const name of ['scanCode', 'chooseMedia', 'requestSubscribeMessage', 'openSetting', 'getSetting'])
      phone.refused.add(name);
    phone.answers.modal = () => false;
    const her = await signedIn(phone);
    await walkThrough(her);
    await her.tap('#to-mine');
    await her.tap(await her.until(() => her.$('#scan-check-in')));
    expect(phone.callsOf('showModal').at(-1)).toMatchObject({
      content: '不扫码也行，请老师在名单上点您的名字。',
    });
    await walkThrough(her);
    her.assertCalm();
  });

  it('asks for her consent in its own words when something private is used, and takes no as well as yes', async () => {
    const phone = herPhone();
    phone.heldForPrivacy.add('scanCode');
    const her = await signedIn(phone);
    await her.tap('#to-mine');
    await her.tap(await her.until(() => her.$('#scan-check-in')));
    await her.until(() => her.$('#privacy'));
    expect(her.text('#privacy')).toContain('要用一下相机扫码');
    await her.tap('#privacy-refuse');
    await her.until(() => !her.$('#privacy'));
    expect(phone.callsOf('showModal').at(-1)).toMatchObject({ showCancel: false });

    await her.until(() => her.$('#scan-check-in') && !her.text('#scan-check-in').includes('请稍等'));
    await her.tap('#scan-check-in');
    await her.until(() => her.$('#privacy'));
    await her.tap('#privacy-agree');
    await her.until(() => !her.$('#privacy'));
    expect(phone.heldForPrivacy.size).toBe(0);
    her.assertCalm();
  });

  it('shows at once what it had last time when there is no signal, says so, and is fresh again with one tap', async () => {
    const phone = herPhone();
    const before = await signedIn(phone);
    await walkThrough(before);
    await before.tap('#to-home');
    before.kill();
    phone.signal = 'off';
    const dark = await opened(phone);
    expect(dark.text()).toContain('上次的内容');
    await walkThrough(dark);
    await dark.tap('#to-home');
    await dark.until(() => dark.text('#kept').includes('没有信号'));
    phone.signal = 'on';
    await dark.tap('#again');
    await dark.until(() => !dark.$('#kept'));
    dark.assertCalm();
  });

  it('says that the signal is weak while it waits, and gives a way to try again when the wait was in vain', async () => {
    const phone = herPhone();
    phone.signal = 'answers lost';
    const app = await opened(phone, `pages/article/index?id=${articleId}`);
    await app.until(() => app.text().includes('信号有点弱'), 20_000);
    await app.until(() => app.$('#trouble'), 40_000);
    expect(app.text()).toContain('信号太弱，没有等到回应。请再试一次。');
    phone.signal = 'slow';
    await app.tap('#again');
    await app.until(() => app.$('.article-title'), 20_000);
  });

  it('shows nothing any more of what was withdrawn while she was away', async () => {
    const phone = herPhone();
    const before = await opened(phone, `pages/article/index?id=${articleId}`);
    await before.until(() => before.$('.article-title'));
    before.kill();
    const kept = phone.storage.keys.find((name) => name.includes(`article-${articleId}`));
    expect(kept).toBeDefined();
    const gone = '0193f0a2-7c4e-7d11-9f3b-5a0c8e7d6b42';
    phone.storage.set(kept!.replace(articleId, gone), phone.storage.get(kept!));
    const after = await opened(phone, `pages/article/index?id=${gone}`);
    await after.until(() => after.$('#trouble'));
    expect(after.$('.article-title')).toBeUndefined();
    expect(phone.storage.keys.some((name) => name.includes(gone))).toBe(false);
  });

  it('follows the largest letters of WeChat on every core page', async () => {
    const phone = herPhone();
    phone.fontSizeScaleFactor = 1.6;
    const her = await signedIn(phone);
    expect(String(her.$('.page')!.attr.style)).toContain('--font-scale: 1.6');
    await walkThrough(her);
    her.assertCalm();
  });

  it('knows her by the phone that WeChat tells: the file that her helper opened is hers after two taps', async () => {
    const number = '13904561234';
    const me = (await house.ask('helper', 'GET', '/me')) as { roles: { regionCode: string }[] };
    const villageCode = me.roles[0]!.regionCode;
    const entry = { name: '柏秀英', villageCode, phone: number, agrees: true };
    const consent = { consentWords: consentWords.version };
    const { id } = (await house.ask('helper', 'POST', '/women', { ...entry, ...consent })) as { id: string };
    const newcomer = new Phone({ reroute: herPhone().reroute, loginCode: () => 'code-of-a-newcomer' });
    const app = await opened(newcomer, 'pages/sign-in/index');
    await app.tap('#sign-in-wechat');
    await app.until(() => app.route !== 'pages/sign-in/index');
    if (app.route !== 'pages/register/index') await app.tap(await app.until(() => app.$('#main-step')));
    await app.until(() => app.route === 'pages/register/index' && app.$('#wechat-phone'));

    // She does not let it know her number: nothing happens, and she may type it.
    await app.tap('#wechat-phone');
    expect(app.$('#phone')).toBeDefined();

    // A number that nobody has entered stands in the form, masked, and can be taken out again.
    const other = await house.phoneCode('13904569876');
    newcomer.answers.phoneNumber = () => other;
    await app.tap('#wechat-phone');
    await app.until(() => app.text().includes('139****9876'));
    expect(app.$('#phone')).toBeUndefined();
    await app.tap('#other-phone');
    await app.until(() => app.$('#phone'));

    const hers = await house.phoneCode(number);
    newcomer.answers.phoneNumber = () => hers;
    await app.tap('#wechat-phone');
    await app.until(() => app.text().includes('哪一位是您'));
    expect(app.text()).toContain('柏某英');
    await app.tap(`#claim-${id}`);
    await app.until(() => app.route !== 'pages/register/index');
    expect(newcomer.storage.get('me')).toMatchObject({ womanId: id });
    app.assertCalm();
  });

  it('leads from a code to the course, and back to it after she has signed in', async () => {
    const scene = encodeURIComponent(writeScene({ kind: 'batch', id: batchId }));
    const app = await opened(herPhone(), `pages/home/index?scene=${scene}`);
    await app.until(() => app.route === 'pages/batch/index' && app.$('#sign-in'));
    await app.tap('#sign-in');
    await app.tap(await app.until(() => app.$('#sign-in-wechat')));
    await app.until(() => app.route === 'pages/batch/index' && app.$('#apply'));
    expect(app.routes).toEqual(['pages/home/index', 'pages/batch/index']);
    app.assertCalm();
  });

  it('goes through WeChat’s cloud in a build for it: signed in, signed up, told in WeChat, and kindly when it fails', async () => {
    const [environment, service] = ['jinguo-1a2b3c', 'api'];
    const twin = cloudTwin('dist/weapp', `${environment}/${service}`);
    const { appId } = testAccount;
    const cloud = { environment, service, url: house.server.url, appId, openid: 'demo-woman' };
    const phone = new Phone({ cloud, loginCode: () => 'a-code-of-nobody' });
    const her = await opened(phone, `pages/batch/index?id=${batchId}`, twin.folder);
    await her.until(() => her.text().includes('不收费'));
    await her.tap(await her.until(() => her.$('#sign-in')));
    await her.tap(await her.until(() => her.$('#sign-in-wechat')));
    await her.tap(await her.until(() => her.$('#apply')));

    await her.tap(await her.until(() => her.$('#standing') && her.$('#remind')));
    await her.until(() => phone.callsOf('showToast').length > 0);
    expect(phone.callsOf('requestSubscribeMessage')).toMatchObject([
      { tmplIds: ['RESULT', 'CHANGE', 'REMINDER'] },
    ]);
    const said = (await house.ask('woman', 'GET', '/me')) as { womanId: string };
    const consents = await house.ask('woman', 'GET', `/women/${said.womanId}/consents`);
    expect(JSON.stringify(consents)).toContain('"messages"');

    for (const [failure, sentence] of [
      [102002, '信号太弱，没有等到回应。请再试一次。'],
      [-606001, '系统没有回应，请过一会儿再试。'],
    ] as const) {
      phone.cloudFailure = failure;
      const article = await opened(phone, `pages/article/index?id=${articleId}`, twin.folder);
      await article.until(() => article.$('#trouble'));
      expect(article.text('#trouble')).toContain(sentence);
      phone.cloudFailure = undefined;
      await article.tap('#again');
      await article.until(() => article.$('.article-title'));
      phone.storage.clear();
    }
    expect(phone.callsOf('request')).toEqual([]);
    her.assertCalm();
    twin.remove();
  });

  it('brings an officer from a message of a task to its page after she has signed in, and tells her in WeChat if she likes', async () => {
    const draft = (await house.ask('county-editor', 'POST', '/articles', {
      ...{ kind: 'policy', title: '小额担保贷款', summary: '', cover: 'cover-1', source: '县妇联' },
      ...{ regionCode: '230129', blocks: [{ kind: 'paragraph', text: '创业的妇女都可以申请。' }] },
    })) as { id: string; revision: number };
    const submission = `/articles/${draft.id}/submission`;
    await house.ask('county-editor', 'POST', submission, { revision: draft.revision });

    const phone = phoneOf('county');
    const officer = await opened(phone, `office/write/index?id=${draft.id}`);
    await officer.tap(await officer.until(() => officer.$('#again')));
    await officer.tap(await officer.until(() => officer.$('#sign-in-wechat')));
    await officer.until(
      () => officer.route === 'office/write/index' && officer.text().includes('小额担保贷款'),
    );

    const inbox = await opened(phone, 'office/tasks/index');
    await inbox.until(() => inbox.text('#open-tasks').includes('“小额担保贷款”等您一审。'));
    await inbox.tap(await inbox.until(() => inbox.$('#remind')));
    await inbox.until(() => phone.callsOf('showToast').length > 0);
    expect(phone.callsOf('requestSubscribeMessage')).toMatchObject([{ tmplIds: ['TASK'] }]);
    inbox.assertCalm();
  });

  it('calls her from the helper’s list with one tap, and writes down what came of it', async () => {
    const phone = phoneOf('helper');
    const helper = await opened(phone, 'pages/sign-in/index');
    await helper.tap('#sign-in-wechat');
    await helper.until(() => helper.route === 'office/women/index');
    await helper.tap(await helper.until(() => helper.$('#room-tasks')));
    await helper.tap(
      await helper.until(() =>
        helper.$$('#open-tasks .line').find((line) => helper.text(line).includes('打个电话')),
      ),
    );
    const dial = await helper.until(() => helper.$$('.calls-number .button')[0]);
    await helper.tap(dial);
    await helper.until(() => phone.callsOf('makePhoneCall').length > 0);
    expect(phone.callsOf('makePhoneCall')).toMatchObject([
      { phoneNumber: expect.stringMatching(/^1\d{10}$/) as string },
    ]);
    const before = helper.$$('.calls-script').length;
    await helper.tap(`#${String(dial.attr.id).replace('dial', 'told')}`);
    await helper.until(() => helper.$$('.calls-script').length === before - 1);
    helper.assertCalm();
  });
});
