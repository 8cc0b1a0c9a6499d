import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findChromium, screens, startChromium, type Chromium } from '../support/browser/chromium';
import { openDemoHouse, type DemoHouse } from './support/demo-house';

jest.setTimeout(180_000);

const mayRun = findChromium() !== undefined || process.env.CI === 'true';
/** A folder in which pictures of the pages are left, for somebody who wants to look at them. */
const look = process.env.LOOK;

(mayRun ? describe : describe.skip)('The file of a region in Chromium', () => {
  let house: DemoHouse;
  let chromium: Chromium | undefined;
  beforeAll(async () => {
    chromium = await startChromium();
    house = await openDemoHouse();
  });
  afterAll(async () => {
    await chromium?.close();
    await house?.close();
  });

  const tap = (page: Page, selector: string) => page.locator(`${selector}:visible`).first().click();
  const picture = async (page: Page, name: string) => {
    if (look) await page.screenshot({ path: join(look, `${name}.png`), fullPage: true });
  };

  it.each(['desk', 'phone'] as const)(
    'leads from the county to a village, its women and its paper, on the screen of a %s',
    async (screen) => {
      const { page, errors } = await chromium!.openPage(screens[screen]);
      await page.goto(`${house.server.url}/#/pages/sign-in/index`);
      await tap(page, '#person-county');
      await page.waitForURL((url) => !url.hash.includes('sign-in'));
      if (screen === 'phone') await tap(page, '#all-rooms');
      await tap(page, '#room-women');
      await tap(page, '#region-file');
      await page.locator('#count-all:visible').waitFor();
      await picture(page, `${screen}-region-county`);
      const shown = await page.locator('#count-poor:visible .figure-number').innerText();
      await tap(page, '#count-poor');
      await page.locator(`#behind:visible :text("建档立卡的妇女：${shown}人")`).waitFor();
      await picture(page, `${screen}-region-behind`);
      await tap(page, '#part-230129101');
      await page.locator('[id^="part-230129101"]:visible').first().waitFor();
      await tap(page, '#part-230129101201');
      await page.locator('#behind:visible :text("在册妇女：")').waitFor();
      await picture(page, `${screen}-region-village`);
      expect(errors).toEqual([]);
      const [paper] = await Promise.all([page.waitForEvent('download'), tap(page, '#print-region')]);
      expect(paper.suggestedFilename()).toContain('妇女档案');
      if (look) await paper.saveAs(join(look, `${screen}-region.pdf`));
    },
  );
});
