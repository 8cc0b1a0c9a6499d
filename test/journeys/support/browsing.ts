import type { Page } from 'playwright-core';
import {
  findChromium,
  screens,
  startChromium,
  type Chromium,
  type OpenedPage,
} from '../../support/browser/chromium';
import { openDemoHouse, type DemoHouse, type Person } from './demo-house';

/** Without a browser a journey is skipped, loudly; with CI=true `startChromium` fails instead. */
const mayRun = findChromium() !== undefined || process.env.CI === 'true';

/** The demo's house and a browser before it: each page has a sign-in of its own, and what goes wrong in any is kept. */
export class Browsing {
  private chromium: Chromium | undefined;
  private demo: DemoHouse | undefined;
  private readonly opened: OpenedPage[] = [];

  async begin(): Promise<void> {
    this.chromium = await startChromium();
    this.demo = await openDemoHouse();
  }

  async end(): Promise<void> {
    await this.chromium?.close();
    await this.demo?.close();
  }

  get house(): DemoHouse {
    return this.demo!;
  }

  /** What went wrong in any page so far. */
  get errors(): string[] {
    return this.opened.flatMap(({ errors }) => [...errors]);
  }

  /** An empty page that shares nothing with the others. */
  async blank(size: { width: number; height: number } = screens.phone): Promise<Page> {
    const one = await this.chromium!.openPage(size);
    this.opened.push(one);
    return one.page;
  }

  /** A page in which nobody has signed in yet. */
  async door(size?: { width: number; height: number }): Promise<Page> {
    const page = await this.blank(size);
    await page.goto(`${this.house.server.url}/#/pages/sign-in/index`);
    return page;
  }

  async signedIn(person: Person, size?: { width: number; height: number }): Promise<Page> {
    const page = await this.door(size);
    await page.locator(`#person-${person}`).click();
    await page.waitForURL((url) => !url.hash.includes('sign-in'));
    return page;
  }
}

/** A journey through the browser build, on one house and one browser. */
export function describeInBrowser(title: string, journey: (browsing: Browsing) => void): void {
  (mayRun ? describe : describe.skip)(title, () => {
    const browsing = new Browsing();
    beforeAll(() => browsing.begin());
    afterAll(() => browsing.end());
    journey(browsing);
  });
}

/** Taps what can be seen; a tab that is hidden keeps its elements in the page. */
export const tap = (page: Page, selector: string) => page.locator(`${selector}:visible`).first().click();

export const sees = (page: Page, words: string) =>
  page.locator(`:visible:text("${words}")`).first().waitFor();

/** A page that was opened has slid in, and no other is to be seen: until then a tap may land beside what it aims at. */
export const hasSlidIn = (page: Page) =>
  page.waitForFunction(() => {
    const pages = Array.from(document.querySelectorAll('.taro_page'));
    const moves = document.getAnimations().map(({ effect }) => (effect as KeyframeEffect | null)?.target);
    const shown = pages.filter((one) => one.getClientRects().length > 0);
    return shown.length === 1 && !pages.some((one) => moves.includes(one));
  });
