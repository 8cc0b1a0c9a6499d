import { partsOf, type Build } from './build';
import type { Part } from './part';
import { endLife } from './tree';

const deepest = 10;

/** The pages that are open, and the ways of opening and leaving them. A refusal is thrown in WeChat's words. */
export class PageStack {
  pages: Part[] = [];
  /** A tab lives on while another is shown. */
  private readonly tabs = new Map<string, Part>();

  /** @param open makes the page and its tab bar, not yet shown. */
  constructor(
    private readonly build: Build,
    private readonly open: (route: string) => Part,
  ) {}

  get top(): Part {
    const page = this.pages.at(-1);
    if (!page) throw new Error('No page is open: launch() comes first');
    return page;
  }

  navigateTo(url: string): void {
    const { route, query } = this.parts(url);
    if (this.build.isTab(route)) throw new Error('can not navigateTo a tabbar page');
    if (this.pages.length >= deepest) throw new Error('webview count limit exceed');
    hide(this.top);
    this.push(route, query);
  }

  redirectTo(url: string): void {
    const { route, query } = this.parts(url);
    if (this.build.isTab(route)) throw new Error('can not redirectTo a tabbar page');
    this.leave();
    this.push(route, query);
  }

  switchTab(url: string): void {
    const { route } = this.parts(url);
    if (!this.build.isTab(route)) throw new Error('can not switch to no-tabBar page');
    if (this.pages.length === 1 && this.top.path === route) return;
    while (this.pages.length > 1) this.leave();
    const before = this.pages.pop();
    if (before && before.path !== route) {
      if (this.tabs.has(before.path)) hide(before);
      else unload(before);
    }
    const kept = this.tabs.get(route);
    if (!kept) return this.push(route, {});
    this.pages.push(kept);
    show(kept);
  }

  reLaunch(url: string): void {
    const { route, query } = this.parts(url);
    while (this.pages.length > 0) this.leave();
    for (const tab of this.tabs.values()) unload(tab);
    this.tabs.clear();
    this.push(route, query);
  }

  navigateBack(delta: number): void {
    if (this.pages.length < 2) throw new Error('cannot navigate back at first page.');
    for (let steps = Math.min(delta, this.pages.length - 1); steps > 0; steps -= 1) this.leave();
    show(this.top);
  }

  private push(route: string, query: Record<string, string>): void {
    const page = this.open(route);
    page.self.options = query;
    this.pages.push(page);
    if (this.build.isTab(route)) this.tabs.set(route, page);
    page.call('onLoad', query);
    show(page);
    page.call('onReady');
  }

  private leave(): void {
    const page = this.pages.pop();
    if (page) this.tabs.delete(page.path);
    if (page) unload(page);
  }

  private parts(url: string): ReturnType<typeof partsOf> {
    const parts = partsOf(url, this.pages.at(-1)?.path);
    if (!this.build.isPage(parts.route)) throw new Error(`page "${parts.route}" is not found`);
    return parts;
  }
}

export function show(page: Part): void {
  page.call('onShow');
  page.tabBar?.pageLives('show');
}

export function hide(page: Part): void {
  page.call('onHide');
  page.tabBar?.pageLives('hide');
}

function unload(page: Part): void {
  page.call('onUnload');
  if (page.tabBar) endLife(page.tabBar);
  endLife(page);
}
