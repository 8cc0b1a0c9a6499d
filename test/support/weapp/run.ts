import { Build, partsOf } from './build';
import { bring } from './events';
import type { Part } from './part';
import type { Phone } from './phone';
import { Realm } from './realm';
import { Screen, type ScreenNeeds } from './screen';
import { hide, PageStack, show } from './stack';
import { Timers } from './timers';
import type { ViewNode } from './tree';
import type { Host, Listener, Options } from './wx/host';
import { makeWx } from './wx/make-wx';

/** One run of the app, from its launch until it is killed: its code, its pages and what they look like. */
export class Run implements Host, ScreenNeeds {
  readonly errors: string[] = [];
  readonly setDataBytes = { calls: 0, total: 0, firstOf: {} as Record<string, number> };
  readonly build: Build;
  readonly timers = new Timers((work) => this.guarded(work));
  readonly realm: Realm;
  readonly stack: PageStack;
  readonly listeners = new Map<string, Set<Listener>>();
  launched: Options = {};
  isTapped = false;
  private readonly life = new AbortController();
  private readonly screen: Screen;
  private readonly stopWatching: () => void;
  private readonly wx: object;
  private app: Record<string, unknown> = {};
  private underWay = 0;

  constructor(
    folder: string,
    readonly phone: Phone,
  ) {
    this.build = new Build(folder);
    this.screen = new Screen(this.build, this);
    this.stack = new PageStack(this.build, (route) => this.screen.openPage(route));
    const globals = this.globals();
    this.realm = new Realm(this.build, globals, (error) => this.report(error));
    globals.wx = this.wx = makeWx(this);
    this.stopWatching = phone.watchSignal(() => {
      this.tell('NetworkStatusChange', {
        isConnected: phone.isConnected,
        networkType: phone.isConnected ? 'wifi' : 'none',
      });
    });
  }

  launch(url: string, scene: number): void {
    const { route, query } = partsOf(url);
    this.launched = { path: route, query, scene, referrerInfo: {} };
    this.load('app.js');
    this.callApp('onLaunch');
    this.callApp('onShow');
    this.stack.reLaunch(url);
  }

  kill(): void {
    this.timers.stop();
    this.life.abort();
    this.realm.stop();
    this.stopWatching();
  }

  toBackground(): void {
    hide(this.stack.top);
    this.callApp('onHide');
    this.tell('AppHide', {});
  }

  toForeground(): void {
    this.callApp('onShow');
    this.tell('AppShow', this.launched);
    show(this.stack.top);
  }

  get untilKilled(): AbortSignal {
    return this.life.signal;
  }

  /** Whether something is being drawn, asked or soon to come. */
  get isBusy(): boolean {
    return this.underWay > 0 || this.timers.isBusy;
  }

  /** The page on top as it is now, with the tab bar below it. */
  tree(): ViewNode {
    return this.screen.treeWithTabBar(this.stack.top);
  }

  /** Brings an event to the app; answers whether it is heard. */
  bring(node: ViewNode, type: string, detail: unknown): boolean {
    return bring(node, type, detail, (value) => this.realm.given(value));
  }

  load(path: string): void {
    this.guarded(() => void this.realm.load(path));
  }

  given<T>(value: T): T {
    return this.realm.given(value);
  }

  guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.report(error);
    }
  }

  report(error: unknown): void {
    const { stack, message } = (typeof error === 'object' && error !== null ? error : {}) as Partial<Error>;
    this.errors.push(stack ?? message ?? String(error));
    this.tell('Error', message ?? String(error));
  }

  asTapped(work: () => void): void {
    this.isTapped = true;
    // What follows at once still belongs to the tap; what waits for an answer from afar does not.
    setImmediate(() => (this.isTapped = false));
    work();
  }

  async working<T>(work: Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await work;
    } finally {
      this.underWay -= 1;
    }
  }

  dataSent(part: Part, bytes: number, drawn: () => void): void {
    this.setDataBytes.calls += 1;
    this.setDataBytes.total += bytes;
    this.setDataBytes.firstOf[part.root.path] ??= bytes;
    this.timers.setTimeout(() => {
      this.screen.treeOf(part.root);
      drawn();
    });
  }

  triggerEvent(part: Part, type: string, detail: unknown): void {
    const place = this.screen.placeOf(part);
    if (place) this.bring(place, type, detail ?? {});
  }

  createSelectorQuery(): unknown {
    return (this.wx as { createSelectorQuery(): unknown }).createSelectorQuery();
  }

  private globals(): Record<string, unknown> {
    const quiet = () => undefined;
    const { setTimeout, setInterval, clear } = this.timers;
    return {
      console: {
        log: quiet,
        info: quiet,
        debug: quiet,
        warn: quiet,
        error: (...words: unknown[]) => this.errors.push(words.map(inWords).join(' ')),
      },
      setTimeout,
      setInterval,
      clearTimeout: clear,
      clearInterval: clear,
      App: (app: Record<string, unknown>) => void (this.app = app),
      Page: this.screen.define,
      Component: this.screen.define,
      Behavior: (behavior: unknown) => behavior,
      getApp: () => this.app,
      getCurrentPages: () => this.stack.pages.map(({ self }) => self),
      global: {},
      __wxConfig: {},
    };
  }

  private callApp(name: string): void {
    const member = this.app[name];
    if (typeof member === 'function')
      this.guarded(() => void Reflect.apply(member, this.app, [this.given(this.launched)]));
  }

  private tell(event: string, news: unknown): void {
    for (const listener of this.listeners.get(event) ?? [])
      this.guarded(() => void listener(this.given(news)));
  }
}

function inWords(value: unknown): string {
  const stack = (value as { stack?: unknown } | null)?.stack;
  return typeof stack === 'string'
    ? stack
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
}
