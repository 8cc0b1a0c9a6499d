import { extname, posix } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { MiniProgram } from './mini-program';
import type { ViewNode } from './tree';
import { glass } from './view/glass';
import { htmlOf } from './view/html';
import { ownStyles, stylesOf } from './view/styles';

/** A running mini-program, shown in a browser. */
export interface View {
  /** Draws what is new at once; it is also done every few moments. */
  sync(): Promise<void>;
  /** A picture of the screen, or of the whole page however long it is. */
  picture(file: string, options?: { whole?: boolean }): Promise<void>;
  close(): void;
}

const origin = 'http://mini-program.test';
const everyMs = 60;
const kinds: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};

/**
 * Shows the running build in a Chromium page: its compiled templates and its styles, for pictures and clicks.
 * The navigation bar is WeChat's own and is not drawn; its title is the title of the page. A picker opens no sheet:
 * choose with `MiniProgram.change`.
 */
export async function showIn(page: Page, program: MiniProgram): Promise<View> {
  const { build } = program;
  let nodes: readonly ViewNode[] = [];
  let html = '';
  let route = '';
  let turn: Promise<void> = Promise.resolve();

  const draw = async () => {
    if (program.route !== route) {
      route = program.route;
      html = '';
      const title =
        build.json(route).navigationBarTitleText ?? build.app.window?.navigationBarTitleText ?? '';
      await page.evaluate(
        ({ css, title }) => {
          document.title = title;
          const sheet = document.querySelector('#app-styles');
          if (sheet) sheet.textContent = css;
          window.scrollTo(0, 0);
        },
        { css: stylesOf(build, route), title },
      );
    }
    const drawn = htmlOf(program.tree(), (src) => fileAddress(src, route));
    if (drawn.html !== html) {
      html = drawn.html;
      await page.evaluate((next) => (window as unknown as { redraw(html: string): void }).redraw(next), html);
    }
    nodes = drawn.nodes;
  };
  // One drawing at a time: two at once would mix their places.
  const sync = () => (turn = turn.then(draw));

  await page.exposeFunction('bringEvent', async (place: number, type: 'tap' | 'input', text: string) => {
    const node = nodes[place];
    if (!node) return;
    // A click on a disabled button does nothing, and that is no trouble.
    if (type === 'input') await program.input(node, text);
    else await program.tap(node).catch(() => undefined);
    await sync();
  });
  await page.route(`${origin}/**`, async (asked) => {
    const path = decodeURIComponent(new URL(asked.request().url()).pathname);
    if (path === '/') return asked.fulfill({ contentType: 'text/html; charset=utf-8', body: frame });
    const file = path.slice(1);
    if (file.startsWith('..') || !build.has(file)) return asked.fulfill({ status: 404 });
    return asked.fulfill({
      contentType: kinds[extname(file)] ?? 'application/octet-stream',
      body: readFileSync(posix.join(build.folder, file)),
    });
  });
  await page.goto(`${origin}/`);
  await sync();
  const timer = setInterval(() => void sync().catch(() => clearInterval(timer)), everyMs);

  return {
    sync,
    async picture(file, { whole = false } = {}) {
      await sync();
      await page.evaluate(async () => {
        await Promise.all(Array.from(document.images).map((image) => image.decode().catch(() => undefined)));
      });
      await page.screenshot({ path: file, fullPage: whole, animations: 'disabled' });
    },
    close: () => clearInterval(timer),
  };
}

const frame = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>${ownStyles}</style><style id="app-styles"></style></head><body></body><script>${glass}</script></html>`;

/** Where the browser finds a picture that the app names as WeChat would. */
function fileAddress(src: string, route: string): string {
  if (/^(https?:|data:)/.test(src)) return src;
  return `${origin}/${src.startsWith('/') ? src.slice(1) : posix.join(posix.dirname(route), src)}`;
}
