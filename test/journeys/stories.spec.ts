import type { StoryView } from '../../server/stories/stories.view';
import { goodPassword } from '../support/house/office';
import { MiniProgram } from '../support/weapp/mini-program';
import { Phone } from '../support/weapp/phone';
import { Caller, type Me } from './support/caller';
import { screens } from '../support/browser/chromium';
import type { Person } from './support/demo-house';
import { describeInBrowser, sees, tap } from './support/browsing';

jest.setTimeout(240_000);

const build = 'dist/weapp';
const serverInTheBuild = 'http://localhost:3000';
/** WeChat's number for a page that opens alone, from a friend's timeline. */
const fromTimeline = 1154;
const title = '棚里的第一茬木耳和六个姐妹';

describeInBrowser('A story, in both builds', (browsing) => {
  const phoneOf = (person: Person) =>
    new Phone({
      reroute: { [serverInTheBuild]: browsing.house.server.url },
      loginCode: () => browsing.house.codeFor(person),
    });
  const meOf = (person: Person) => browsing.house.ask(person, 'GET', '/me') as Promise<Me>;

  /** A colleague of the township, whom the county appoints: the demo has none. */
  async function ofTownship(regionCode: string): Promise<Caller> {
    const appointed = { name: '赵春梅', role: 'helper', regionCode };
    const { code } = (await browsing.house.ask('county', 'POST', '/staff', appointed)) as { code: string };
    const entry = { code, login: 'zhaochunmei', password: goodPassword };
    const { token } = await new Caller(`${browsing.house.server.url}`).post<{ token: string }>(
      '/invitations/acceptance',
      entry,
    );
    return new Caller(browsing.house.server.url, token);
  }

  it('goes from her helper to the readers, and is gone everywhere when she takes back her word', async () => {
    const { womanId } = await meOf('woman');
    const her = `/women/${womanId!}`;
    await browsing.house.ask('woman', 'POST', `${her}/consents`, { purpose: 'story_words', agrees: true });

    // Her helper writes it on the phone, from her woman's page.
    const helper = new MiniProgram(build, phoneOf('helper'));
    await helper.launch('pages/sign-in/index');
    await helper.tap('#sign-in-wechat');
    await helper.until(() => helper.route !== 'pages/sign-in/index');
    helper.kill();
    const writer = new MiniProgram(build, helper.phone);
    await writer.launch(`office/story/index?woman=${womanId!}`);
    await writer.input(await writer.until(() => writer.$('#story-title')), title);
    await writer.input('#story-words', '她种了八年木耳。\n今年她教会了六个姐妹。');
    await writer.tap('#story-save');
    await writer.tap(await writer.until(() => writer.$('#story-submit')));
    await writer.until(() => writer.text().includes('正在检查'));
    writer.assertCalm();

    const [{ id } = { id: '' }] = (await browsing.house.ask('helper', 'GET', '/stories')) as StoryView[];
    const stands = async () => (await browsing.house.ask('helper', 'GET', `/stories/${id}`)) as StoryView;
    while ((await stands()).checkState !== 'passed')
      await new Promise((resolve) => setTimeout(resolve, 2_000));

    const village = (await meOf('helper')).roles[0]!.regionCode;
    const township = await ofTownship(village.slice(0, 9));
    const { revision } = await stands();
    await township.post(`/stories/${id}/steps`, { step: 'recommend', revision, words: '属实' });

    const county = await browsing.signedIn('county', screens.desk);
    await tap(county, '#room-stories');
    await tap(county, `#story-${id}`);
    await tap(county, '#recommend');
    await sees(county, '等市妇联选用');

    const city = new MiniProgram(build, phoneOf('city'));
    await city.launch('pages/sign-in/index');
    await city.tap('#sign-in-wechat');
    await city.until(() => city.route !== 'pages/sign-in/index');
    await city.tap(await city.until(() => city.$('#room-stories')));
    await city.tap(await city.until(() => city.$(`#story-${id}`)));
    await city.tap(await city.until(() => city.$('#recommend')));
    await city.until(() => city.text().includes('已发布'));
    city.assertCalm();
    const { articleId } = await stands();

    // A guest reads it in both builds; the phone keeps nothing of it.
    const guest = phoneOf('woman');
    const reader = new MiniProgram(build, guest);
    await reader.launch(`pages/article/index?id=${articleId!}`, fromTimeline);
    await reader.until(() => reader.text().includes('教会了六个姐妹'));
    reader.assertCalm();
    const address = `${browsing.house.server.url}/#/pages/article/index?id=${articleId!}`;
    expect(guest.storage.keys.filter((key) => key.includes('kept-article-'))).toEqual([]);
    const page = await browsing.blank();
    await page.goto(address);
    await sees(page, title);

    // She takes it back on her own page.
    const herself = await browsing.signedIn('woman');
    await herself.goto(`${browsing.house.server.url}/#/pages/my-file/index`);
    await tap(herself, '#answer-story_words');
    await tap(herself, '.taro-model__confirm');
    await sees(herself, '已撤回');

    reader.kill();
    const again = new MiniProgram(build, guest);
    await again.launch(`pages/article/index?id=${articleId!}`, fromTimeline);
    await again.until(() => again.$('#trouble'));
    expect(again.text()).not.toContain('六个姐妹');
    again.assertCalm();
    await page.reload();
    await page.locator('#trouble:visible').first().waitFor();
    expect(await page.locator(`:text("${title}")`).count()).toBe(0);
    const shelf = await fetch(`${browsing.house.server.url}/api/articles?kind=story`);
    expect(await shelf.text()).not.toContain(title);
    expect((await stands()).stage).toBe('hidden');
    expect(browsing.errors.filter((error) => !error.includes('404'))).toEqual([]);
  });
});
