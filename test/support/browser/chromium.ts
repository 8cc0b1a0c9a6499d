import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';

/** The screens that pages are looked at on: a common phone, and an office desk. */
export const screens = {
  phone: { width: 375, height: 812 },
  desk: { width: 1280, height: 800 },
} as const;

/** A page, with everything that went wrong inside it. */
export interface OpenedPage {
  readonly page: Page;
  /** Uncaught errors and `console.error` of the page, in order. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

export interface Chromium {
  /** Opens an empty page in a context of its own: no cookies or storage shared with other pages. */
  openPage(size?: { width: number; height: number }): Promise<OpenedPage>;
  close(): Promise<void>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface StartOptions {
  /** The letters' size that the person set in her browser; 16 is the usual one. */
  readonly fontSize?: number;
}

/** Starts Chromium without a window; `undefined` when there is none, which CI does not accept. */
export async function startChromium({ fontSize }: StartOptions = {}): Promise<Chromium | undefined> {
  const executablePath = findChromium();
  if (!executablePath) {
    const missing = 'Chromium was not found: set CHROMIUM, or put chromium on PATH';
    if (process.env.CI === 'true') throw new Error(missing);
    process.stderr.write(`\n*** ${missing}. What needs a browser is SKIPPED. ***\n\n`);
    return undefined;
  }
  const own = fontSize === undefined ? [] : [`--blink-settings=defaultFontSize=${fontSize}`];
  const browser = await chromium.launch({ executablePath, headless: true, args: [...flags, ...own] });
  return {
    async openPage(size = screens.phone) {
      const context = await browser.newContext({ viewport: size, deviceScaleFactor: 1, locale: 'zh-CN' });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      return { page, errors, close: () => context.close() };
    },
    close: () => browser.close(),
  };
}

/** CHROMIUM if set, else the first known name on PATH. */
export function findChromium(): string | undefined {
  const { CHROMIUM: named, PATH: path = '' } = process.env;
  if (named) return named;
  const folders = [...path.split(delimiter), '/usr/bin'];
  return ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}
