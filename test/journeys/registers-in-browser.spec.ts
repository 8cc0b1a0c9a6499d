import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { aRegister, aRegisterRow } from '../support/house/registers';
import { screens } from '../support/browser/chromium';
import { describeInBrowser, sees, tap } from './support/browsing';

jest.setTimeout(180_000);

/** A folder in which pictures of the pages are left, for somebody who wants to look at them. */
const look = process.env.LOOK;

describeInBrowser('Registers in Chromium', (browsing) => {
  const picture = async (page: Page, name: string) => {
    if (look) await page.screenshot({ path: join(look, `${name}.png`), fullPage: true });
  };

  async function choose(page: Page, workbook: Buffer): Promise<void> {
    const path = join(tmpdir(), `register-${process.pid}.xlsx`);
    writeFileSync(path, workbook);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, '#choose-register')]);
    await chooser.setFiles(path);
  }

  it.each(['desk', 'phone'] as const)(
    'are looked through, confirmed and taken back, and a ledger goes out, on the screen of a %s',
    async (screen) => {
      const page = await browsing.signedIn('county', screens[screen]);
      if (screen === 'phone') await tap(page, '#all-rooms');
      await tap(page, '#room-imports');
      await sees(page, '选名册');
      await picture(page, `${screen}-imports-empty`);
      const first = screen === 'desk' ? 100 : 300;
      const rows = [
        aRegisterRow(first, '欧阳𠮷娜'),
        aRegisterRow(first + 1, '阿依古丽·买买提明江·吐尔逊娜依阿不都热依木汗', { 备注: '冬天都在家' }),
        aRegisterRow(first + 2, '', { 手机号: '12345' }),
        aRegisterRow(first + 3, '刘淑芬', { 身份证号: null, 手机号: null }),
        aRegisterRow(first + 4, '刘淑芬', { 身份证号: null }),
        aRegisterRow(first + 5, '褚桂荣', { 身份证号: { raw: '2.30129197403122E+17' } }),
      ];
      await choose(page, aRegister(rows));
      await page.waitForURL((url) => url.hash.includes('office/import/'));
      await sees(page, '等您确认');
      await sees(page, '身份证号的后几位被表格改没了');
      await picture(page, `${screen}-import-ready`);
      await tap(page, '#rows-near');
      await tap(page, '#another-6');
      await page.locator('#another-6[aria-checked="true"]').waitFor();
      await picture(page, `${screen}-import-near`);
      await tap(page, '#agrees');
      await tap(page, '#confirm');
      await sees(page, '已导入，新建了4份档案');
      await picture(page, `${screen}-import-done`);
      const [left] = await Promise.all([page.waitForEvent('download'), tap(page, '#left-out')]);
      expect(left.suggestedFilename()).toContain('没有导入的行');
      await tap(page, '#undo');
      // WeChat's question, as Taro draws it in a browser.
      await page.locator('.taro-modal__foot .taro-model__confirm').click();
      await sees(page, '已撤回');
      await page.goto(`${browsing.house.server.url}/#/office/imports/index`);
      await sees(page, '以前导入的');
      await picture(page, `${screen}-imports`);

      if (screen === 'phone') await tap(page, '#all-rooms');
      await tap(page, '#room-ledger');
      await sees(page, '要哪些内容');
      await sees(page, '（全部）');
      await picture(page, `${screen}-ledger`);
      const [ledger] = await Promise.all([page.waitForEvent('download'), tap(page, '#order')]);
      expect(ledger.suggestedFilename()).toBe('妇女台账-延寿县.xlsx');
      await sees(page, '号码已遮住');
      await picture(page, `${screen}-ledger-ordered`);
      await page.context().close();
    },
  );
});
