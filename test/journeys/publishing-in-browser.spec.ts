import type { Page } from 'playwright-core';
import { hostileHtml } from '../support/house/hostile-html';
import { naughtyStrings } from '../support/house/naughty-strings';
import { aPhoto } from '../support/house/photo';
import { screens } from '../support/browser/chromium';
import type { Person } from './support/demo-house';
import { describeInBrowser, sees, tap } from './support/browsing';

jest.setTimeout(180_000);

const title = '春耕之前学一手';

describeInBrowser('Publishing in Chromium on the browser build', (browsing) => {
  const signedIn = (person: Person) => browsing.signedIn(person, screens.desk);
  const field = (page: Page, id: string, kind = 'input') => page.locator(`#${id} ${kind}:visible`).first();

  /** Pastes as a browser does when something was copied out of a page. */
  const paste = (page: Page, into: string, html: string) =>
    page.locator(`#${into} textarea:visible`).evaluate((area, markup) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', markup);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);

  it('leads an article with a picture past three reviewers to a woman who reads it', async () => {
    const author = await signedIn('county');
    await tap(author, '#room-drafts');
    await tap(author, '#write');
    await field(author, 'title').fill(title);
    await paste(author, 'block-0', '<h2>谁可以学</h2><p onclick="run()">想学的姐妹，点一点就万圆。</p>');
    await author.locator('#block-1 textarea:visible').waitFor();
    const chooser = author.waitForEvent('filechooser');
    await tap(author, '#add-picture');
    const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await aPhoto(900, 600) };
    await (await chooser).setFiles(photo);
    await sees(author, '有图片还没写');
    await field(author, 'alt-2').fill('两位姐妹在大棚里');
    await tap(author, '#submit');
    await sees(author, '等一审');

    for (const person of ['county-editor', 'city-editor', 'city'] as const) {
      const reviewer = await signedIn(person);
      await tap(reviewer, `.line:has-text("${title}")`);
      await sees(reviewer, '两位姐妹在大棚里');
      if (person === 'county-editor') {
        await tap(reviewer, '#remark-1');
        await field(reviewer, 'remark-excerpt').fill('万圆');
        await field(reviewer, 'remark-replacement').fill('好');
        await tap(reviewer, '#remark-send');
        await sees(reviewer, '校对：把“万圆”改成“好”');
        await author.reload();
        await tap(author, '[id^="accept-"]');
        await sees(author, '已采纳');
        await reviewer.reload();
      }
      await tap(reviewer, '#pass');
      if (person === 'city') {
        await tap(reviewer, '#publish');
        await sees(reviewer, '大家都能看到');
      } else await sees(reviewer, person === 'county-editor' ? '等二审' : '等三审');
    }

    const reader = await browsing.blank();
    await reader.goto(browsing.house.server.url);
    await tap(reader, `.article-card:has-text("${title}")`);
    await sees(reader, '想学的姐妹，点一点就好。');
    const drawn = reader.locator('.article-photo img');
    await drawn.waitFor();
    expect(await drawn.evaluate((picture) => (picture as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  });

  it('runs nothing of what was pasted, typed or read, whatever it was', async () => {
    const author = await signedIn('county');
    const alerts: string[] = [];
    author.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.dismiss();
    });
    await author.evaluate(() =>
      Object.assign(window, { ran: 0, run: () => ((window as never as { ran: number }).ran += 1) }),
    );
    await tap(author, '#room-drafts');
    await tap(author, '#write');
    await field(author, 'title').fill('<img src=x onerror=run(1)>');
    await paste(author, 'block-0', hostileHtml.slice(0, -1).join('<p>段</p>'));
    await author.locator('#block-20 textarea:visible').waitFor();
    await author.locator('#block-0 textarea:visible').fill(hostileHtml.slice(0, 20).join('\n'));
    await tap(author, '#submit');
    await sees(author, '等一审');
    await author.locator('#read-0:visible').waitFor();
    const inside = await author
      .locator('#reviewed')
      .evaluate((part) => part.querySelectorAll('script, iframe, svg, [onerror], [onload], a').length);
    expect(inside).toBe(0);
    await tap(author, '#take-back');
    await author.locator('#block-0 textarea:visible').waitFor();
    const written = author.locator('[id^="block-"] textarea:visible');
    for (let from = 0; from < naughtyStrings.length; from += 160) {
      const before = await written.count();
      await paste(author, 'block-0', naughtyStrings.slice(from, from + 160).join('<p>段</p>'));
      for (let turn = 0; (await written.count()) === before; turn += 1) {
        if (turn === 200) throw new Error(`the strings from ${from} on did not arrive`);
        await author.waitForTimeout(50);
      }
    }
    expect(alerts).toEqual([]);
    expect(await author.evaluate(() => (window as never as { ran: number }).ran)).toBe(0);
  });
});
