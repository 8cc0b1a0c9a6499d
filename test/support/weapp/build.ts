import { existsSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

interface AppJson {
  readonly pages: readonly string[];
  readonly entryPagePath?: string;
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar?: { readonly custom?: boolean; readonly list: readonly { readonly pagePath: string }[] };
  readonly window?: { readonly navigationBarTitleText?: string };
}

export interface PageJson {
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly navigationBarTitleText?: string;
}

/** A finished build of the mini-program on disk. */
export class Build {
  readonly folder: string;
  readonly app: AppJson;
  private readonly pages: ReadonlySet<string>;
  private readonly tabs: ReadonlySet<string>;
  private readonly jsons = new Map<string, PageJson>();

  constructor(folder: string) {
    this.folder = resolve(folder);
    if (!this.has('app.json')) throw new Error(`There is no mini-program in ${folder}: npm run build:weapp`);
    this.app = JSON.parse(this.read('app.json')) as AppJson;
    const below = (this.app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => posix.join(root, page)),
    );
    this.pages = new Set([...this.app.pages, ...below]);
    this.tabs = new Set(this.app.tabBar?.list.map(({ pagePath }) => pagePath));
  }

  get firstPage(): string {
    return this.app.entryPagePath ?? this.app.pages[0] ?? '';
  }

  /** Whether a component of the app's own is drawn below its tabs. */
  get hasOwnTabBar(): boolean {
    return this.app.tabBar?.custom === true;
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  isPage(route: string): boolean {
    return this.pages.has(route);
  }

  isTab(route: string): boolean {
    return this.tabs.has(route);
  }

  json(path: string): PageJson {
    let json = this.jsons.get(path);
    if (!json)
      this.jsons.set(
        path,
        (json = this.has(`${path}.json`) ? (JSON.parse(this.read(`${path}.json`)) as PageJson) : {}),
      );
    return json;
  }

  /** The path of the component that a page or component knows by this tag, if it is one. */
  componentAt(user: string, tag: string): string | undefined {
    const used = this.json(user).usingComponents?.[tag];
    if (used === undefined) return undefined;
    return used.startsWith('/') ? used.slice(1) : posix.join(posix.dirname(user), used);
  }
}

/** The route and the query of an address like `/pages/batch/index?id=1`, seen from the current page. */
export function partsOf(url: string, from = ''): { route: string; query: Record<string, string> } {
  const [path = '', query = ''] = url.split('?');
  const route = path.startsWith('/') ? path.slice(1) : from ? posix.join(posix.dirname(from), path) : path;
  return { route, query: Object.fromEntries(query.split('&').filter(Boolean).map(pair)) };
}

/** WeChat gives a page its query as it was written, still encoded. */
function pair(text: string): [string, string] {
  const sign = text.indexOf('=');
  return sign < 0 ? [text, ''] : [text.slice(0, sign), text.slice(sign + 1)];
}
