import type { Page } from 'playwright-core';
import { findChromium, startChromium, type Chromium } from '../support/browser/chromium';
import { openDemoHouse, type DemoHouse } from './support/demo-house';

jest.setTimeout(180_000);

const mayRun = findChromium() !== undefined || process.env.CI === 'true';
/** 1.6 times the usual 16. */
const largest = 26;

(mayRun ? describe : describe.skip)('With the largest letters that a phone can be set to', () => {
  let house: DemoHouse;
  let chromium: Chromium | undefined;
  beforeAll(async () => {
    chromium = await startChromium({ fontSize: largest });
    house = await openDemoHouse();
  });
  afterAll(async () => {
    await chromium?.close();
    await house?.close();
  });

  it('the five core pages clip no word and reach beyond no edge', async () => {
    const { page } = await chromium!.openPage();
    await page.goto(`${house.server.url}/#/pages/sign-in/index`);
    await page.locator('#person-woman').click();
    await page.waitForURL((url) => !url.hash.includes('sign-in'));
    const [batch] = (await house.ask('woman', 'GET', '/batches')) as { id: string }[];
    const [article] = (await house.ask('woman', 'GET', '/articles')) as { id: string }[];
    const core = [
      'pages/home/index',
      'pages/need/index',
      `pages/batch/index?id=${batch!.id}`,
      'pages/mine/index',
      `pages/article/index?id=${article!.id}`,
    ];
    for (const path of core) {
      await page.evaluate((hash) => (window.location.hash = hash), `/${path}`);
      await page.waitForFunction(
        (wanted) =>
          window.location.hash.endsWith(wanted) &&
          Array.from(document.querySelectorAll('#loading')).every(
            (one) => one.getClientRects().length === 0,
          ) &&
          Array.from(document.querySelectorAll('.page')).some((one) => one.getClientRects().length > 0),
        path,
      );
      // The page slides in.
      await page.waitForTimeout(400);
      const { letters, clipped } = await measure(page);
      expect({ path, clipped }).toEqual({ path, clipped: [] });
      // Otherwise the browser's setting was not followed, and nothing was proven.
      expect(letters).toBeGreaterThan(28);
    }
  });
});

/** The size of the body's letters, and every text that does not fit the box it stands in or the screen. */
function measure(page: Page): Promise<{ letters: number; clipped: string[] }> {
  return page.evaluate(() => {
    const shown = (element: HTMLElement) => element.getClientRects().length > 0;
    const hidesTheRest = (element: HTMLElement) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
    };
    const frames = Array.from(document.querySelectorAll<HTMLElement>('.page, .tab-bar')).filter(shown);
    const clipped: string[] = [];
    for (const frame of frames) {
      for (const element of Array.from(frame.querySelectorAll<HTMLElement>('*'))) {
        const text = Array.from(element.childNodes)
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map(({ textContent }) => textContent ?? '')
          .join('')
          .trim();
        if (text === '' || !shown(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(element);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        if (left < -1 || right > window.innerWidth + 1) clipped.push(`${text} reaches beyond the screen`);
        for (let box: HTMLElement | null = element; box && box !== frame; box = box.parentElement) {
          if (!hidesTheRest(box)) continue;
          const edge = box.getBoundingClientRect();
          if (right > edge.right + 1 || bottom > edge.bottom + 1 || top < edge.top - 1)
            clipped.push(`${text} is cut by ${box.className}`);
        }
        // A box of a fixed height lets its words run into what stands below.
        const own = element.getBoundingClientRect();
        if (
          getComputedStyle(element).display !== 'inline' &&
          bottom > own.bottom + parseFloat(getComputedStyle(element).fontSize) / 2
        )
          clipped.push(`${text} runs out of ${element.className}`);
      }
    }
    const body = document.createElement('div');
    body.style.fontSize = 'var(--text)';
    frames.find(({ className }) => className.includes('page'))?.append(body);
    const letters = parseFloat(getComputedStyle(body).fontSize);
    body.remove();
    return { letters, clipped };
  });
}
