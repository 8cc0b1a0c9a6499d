import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { screens } from '../support/browser/chromium';
import { describeInBrowser, hasSlidIn, tap } from './support/browsing';

jest.setTimeout(180_000);

/** A folder in which pictures of the pages are left, for somebody who wants to look at them. */
const look = process.env.LOOK;

describeInBrowser('The file of a region in Chromium', (browsing) => {
  const picture = async (page: Page, name: string) => {
    if (look) await page.screenshot({ path: join(look, `${name}.png`), fullPage: true });
  };

  it.each(['desk', 'phone'] as const)(
    'leads from the county to a village, its women and its paper, on the screen of a %s',
    async (screen) => {
      const page = await browsing.signedIn('county', screens[screen]);
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
      await hasSlidIn(page);
      await picture(page, `${screen}-region-village`);
      expect(browsing.errors).toEqual([]);
      const [paper] = await Promise.all([page.waitForEvent('download'), tap(page, '#print-region')]);
      expect(paper.suggestedFilename()).toContain('妇女档案');
      if (look) await paper.saveAs(join(look, `${screen}-region.pdf`));
    },
  );
});
