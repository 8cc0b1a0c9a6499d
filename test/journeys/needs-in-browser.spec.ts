import type { Page } from 'playwright-core';
import {
  findChromium,
  screens,
  startChromium,
  type Chromium,
  type OpenedPage,
} from '../support/browser/chromium';
import { openDemoHouse, type DemoHouse, type Person } from './support/demo-house';

jest.setTimeout(180_000);

/** Without a browser the journey is skipped, loudly; with CI=true `startChromium` fails instead. */
const mayRun = findChromium() !== undefined || process.env.CI === 'true';
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
/** The browser says so by itself when it has no line. */
const isOfTheLine = (error: string) => error.includes('ERR_INTERNET_DISCONNECTED');

(mayRun ? describe : describe.skip)('Needs in Chromium', () => {
  let house: DemoHouse;
  let chromium: Chromium | undefined;
  const opened: OpenedPage[] = [];
  beforeAll(async () => {
    chromium = await startChromium();
    house = await openDemoHouse();
  });
  afterAll(async () => {
    await chromium?.close();
    await house?.close();
  });

  async function signedIn(
    person: Person,
    size: { width: number; height: number } = screens.phone,
  ): Promise<Page> {
    const one = await chromium!.openPage(size);
    opened.push(one);
    await one.page.goto(`${house.server.url}/#/pages/sign-in/index`);
    await one.page.locator(`#person-${person}`).click();
    await one.page.waitForURL((url) => !url.hash.includes('sign-in'));
    return one.page;
  }
  const tap = (page: Page, selector: string) => page.locator(`${selector}:visible`).first().click();
  const sees = (page: Page, words: string) => page.locator(`:visible:text("${words}")`).first().waitFor();

  it('lets a helper enter twenty women by keyboard alone, over the loss of the line', async () => {
    const helper = await signedIn('helper', screens.desk);
    await tap(helper, '#room-sitting');
    await tap(helper, '#kind-meeting');
    await helper.locator('#place input').fill('团山村活动室');
    await tap(helper, '#begin-sitting');
    const { keyboard } = helper;
    for (const [at, surname] of [...surnames].entries()) {
      if (at === 8) await helper.context().setOffline(true);
      if (at === 15) await helper.context().setOffline(false);
      await helper.locator('#sitting-name input:focus').waitFor();
      await keyboard.insertText(`${surname}春燕`);
      await keyboard.press('Enter');
      await helper.locator('#agrees').waitFor();
      await keyboard.press('y');
      await helper.locator('#agrees .choice-mark').waitFor();
      await keyboard.press('n');
      for (const step of [
        ['families', '5', '1'] as const,
        ['months', 'w'] as const,
        ['reach', '2', 'c'] as const,
      ]) {
        await helper.locator(`#ask-${step[0]}`).waitFor();
        for (const key of step.slice(1)) await keyboard.press(key);
        await keyboard.press('Enter');
      }
    }
    await sees(helper, '记了20位，0位等信号');
    const [sitting] = (await house.ask('helper', 'GET', '/sittings')) as { id: string; women: number }[];
    expect(sitting).toMatchObject({ women: 20, place: '团山村活动室', kindName: '座谈会' });
    const whole = (await house.ask('helper', 'GET', `/sittings/${sitting!.id}`)) as {
      entries: { name: string; womanId: string }[];
    };
    expect(whole.entries.map(({ name }) => name.charAt(0)).sort()).toEqual([...surnames].sort());
    const path = `/women/${whole.entries[10]!.womanId}/need-card`;
    expect(await house.ask('helper', 'GET', path)).toMatchObject({
      card: {
        ...{ families: ['handicraft', 'planting'], freeMonths: [1, 2, 3, 11, 12], farthestKm: 20 },
        ...{ needsChildCare: true, source: 'meeting' },
      },
    });
    await tap(helper, '#finish-sitting');
    await sees(helper, '从哪儿听来的');
  });

  it('keeps a need tapped without a signal, and sends it by itself', async () => {
    const her = await signedIn('woman');
    await tap(her, '#to-need');
    for (const choice of ['family-tourism', 'next', 'months-winter', 'next', 'reach-20', 'next'])
      await tap(her, `#${choice}`);
    await her.context().setOffline(true);
    await tap(her, '#next');
    await sees(her, '先存在手机里');
    await her.context().setOffline(false);
    await sees(her, '第1步');
    const me = (await house.ask('woman', 'GET', '/me')) as { womanId: string };
    expect(await house.ask('woman', 'GET', `/women/${me.womanId}/need-card`)).toMatchObject({
      card: { families: ['tourism'], farthestKm: 20, source: 'herself' },
    });
  });

  it('lets a helper tap what a woman told her, and leads an officer from the board to who left and why', async () => {
    const helper = await signedIn('helper', screens.desk);
    await tap(helper, '#room-feedback');
    await tap(helper, '.line');
    const first = helper.locator('.heard:visible').first();
    const womanId = (await first.getAttribute('id'))!.replace('heard-', '');
    await tap(helper, `[id="${womanId}-opinion-fair"], [id="${womanId}-reason-far"]`);
    await sees(helper, '说还可以');

    const officer = await signedIn('county', screens.desk);
    await tap(officer, '#room-demand');
    await officer.locator('.board-left').first().click();
    await tap(officer, '#past-women');
    await officer.locator('#past .said-line').first().waitFor();
    await tap(officer, '#past #tab-unfinished');
    await sees(officer, '没学完：');

    const city = await signedIn('city', screens.desk);
    await tap(city, '#room-demand');
    await city.locator('.board-left').first().click();
    await city.locator('#past').waitFor();
    expect(await city.locator('#past .line-name').count()).toBe(0);
  });

  it('leads an officer from the map to the women behind a number, and the city to no name', async () => {
    const officer = await signedIn('county', screens.desk);
    await tap(officer, '#room-demand');
    await tap(officer, '#tab-map');
    await tap(officer, '#tab-handicraft');
    await tap(officer, '#tile-230129101');
    await officer.locator('#behind .line-name').first().waitFor();
    const download = officer.waitForEvent('download');
    await tap(officer, '#board-workbook');
    expect((await download).suggestedFilename()).toMatch(/^需求看板.*\.xlsx$/);
    await tap(officer, '#open-from-cell');
    await officer.waitForURL((url) => url.hash.includes('open-batch'));

    const city = await signedIn('city', screens.desk);
    await tap(city, '#room-demand');
    await tap(city, '#cell-230129-handicraft');
    await city.locator('#behind .board-month').first().waitFor();
    expect(await city.locator('#behind .line-name').count()).toBe(0);
  });

  it('leaves no error in any page', () => {
    expect(opened.flatMap(({ errors }) => errors).filter((error) => !isOfTheLine(error))).toEqual([]);
  });
});
