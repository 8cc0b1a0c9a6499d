import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { findChromium, startChromium, type Chromium } from '../support/browser/chromium';
import { openDemoHouse, type DemoHouse, type Person } from './support/demo-house';
import { pagesOfTheApp } from './support/pages-of-the-app';

jest.setTimeout(300_000);

const mayRun = findChromium() !== undefined || process.env.CI === 'true';
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Whose pages are looked at as whom: a woman's as herself, the office's as each who works there. */
const seenBy: Readonly<Record<Person, RegExp>> = {
  woman: /^pages\//,
  trainer: /^(trainer\/|pages\/(home|mine)\/|office\/account\/)/,
  helper: /^office\//,
  county: /^office\//,
  city: /^office\//,
  'county-editor': /^office\/(drafts|write|revisions|tasks)\//,
  'city-editor': /^office\/(drafts|write|revisions|tasks)\//,
};

/** What a page needs to have something on it; without it, its empty state is looked at. */
async function needs(house: DemoHouse): Promise<Readonly<Record<string, string>>> {
  const ids = async (person: Person, path: string, of = (answer: unknown) => answer) =>
    (of(await house.ask(person, 'GET', path)) as { id: string }[])[0]?.id ?? '';
  const [today] = new Date(Date.now() + 8 * 3_600_000).toISOString().split('T');
  const session = await ids('trainer', `/sessions?from=${today}&to=${today}`);
  const batch = await ids('county', '/batches');
  const woman = await ids('county', '/women', (answer) => (answer as { women: unknown }).women);
  const article = await ids('woman', '/articles');
  const draft = await ids('county', '/drafts');
  return {
    'pages/batch/index': `id=${batch}`,
    'pages/article/index': `id=${article}`,
    'pages/draws/index': 'region=230129',
    'pages/certificate/index': '',
    'office/batch/index': `id=${batch}`,
    'office/plan/index': `id=${batch}`,
    'office/woman/index': `id=${woman}`,
    'office/profile/index': `id=${woman}`,
    'office/write/index': `id=${draft}`,
    'office/revisions/index': `id=${draft}`,
    'office/evidence/index': `id=${session}`,
    'trainer/roster/index': `id=${session}`,
    'trainer/walk-in/index': `id=${session}`,
    'trainer/code/index': `id=${session}`,
    'trainer/sheets/index': `id=${session}`,
  };
}

(mayRun ? describe : describe.skip)(
  'Every page, read by a machine that knows the rules of accessibility',
  () => {
    let house: DemoHouse;
    let chromium: Chromium | undefined;
    let params: Readonly<Record<string, string>>;
    beforeAll(async () => {
      chromium = await startChromium();
      house = await openDemoHouse();
      params = await needs(house);
    });
    afterAll(async () => {
      await chromium?.close();
      await house?.close();
    });

    it('leaves out no page of the app', () => {
      const seen = Object.values(seenBy);
      expect(pagesOfTheApp().filter((path) => !seen.some((theirs) => theirs.test(path)))).toEqual([]);
    });

    it.each(Object.keys(seenBy) as Person[])(
      'is open to the eyes and the keyboard of everybody: %s',
      async (person) => {
        const { page, close } = await chromium!.openPage();
        await page.goto(`${house.server.url}/#/pages/sign-in/index`);
        const troubles = await troublesOn(page, 'pages/sign-in/index');
        await signInByKeyboard(page, person);
        await page.evaluate(axe);
        for (const path of pagesOfTheApp().filter((one) => seenBy[person].test(one))) {
          await open(page, path, params[path]);
          troubles.push(...(await troublesOn(page, path)));
        }
        await close();
        expect(troubles).toEqual([]);
      },
    );

    /** Only with the keys: what cannot be reached by them cannot be signed in with. */
    async function signInByKeyboard(page: Page, person: Person): Promise<void> {
      const her = page.locator(`#person-${person}`);
      await her.waitFor();
      for (let times = 0; times < 40; times += 1) {
        await page.keyboard.press('Tab');
        if (await her.evaluate((element) => element === document.activeElement)) break;
      }
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.hash.includes('sign-in'));
    }

    async function open(page: Page, path: string, query = ''): Promise<void> {
      await page.evaluate((hash) => (window.location.hash = hash), `/${path}${query ? `?${query}` : ''}`);
      await page.waitForFunction(
        (wanted) =>
          window.location.hash.includes(wanted) &&
          Array.from(document.querySelectorAll<HTMLElement>('#loading')).every(
            ({ offsetParent }) => offsetParent === null,
          ),
        path,
      );
      // The page slides in; what is half seen would be judged half.
      await page.waitForTimeout(350);
    }

    /** Serious and critical findings, in light and, for the contrast, in the dark. */
    async function troublesOn(page: Page, path: string): Promise<string[]> {
      await page.evaluate(axe);
      const inLight = await findings(page, {});
      await page.emulateMedia({ colorScheme: 'dark' });
      const inDark = await findings(page, { runOnly: ['color-contrast'] });
      await page.emulateMedia({ colorScheme: 'light' });
      return [
        ...inLight.map((one) => `${path}: ${one}`),
        ...inDark.map((one) => `${path} in the dark: ${one}`),
      ];
    }

    async function findings(page: Page, options: object): Promise<string[]> {
      const { violations } = await page.evaluate(
        (given) =>
          (window as unknown as { axe: { run(on: Document, options: object): Promise<AxeResults> } }).axe.run(
            document,
            given,
          ),
        { resultTypes: ['violations'], ...options },
      );
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.slice(0, 3).map(({ target, html }) => `${id} at ${target.join(' ')} ${html.slice(0, 120)}`),
        );
    }
  },
);
