import { setAt } from './set-at';

type Method = (...given: unknown[]) => unknown;

/** What a file of the build gave to `Page(…)` or `Component(…)`. */
export type Definition = Readonly<Record<string, unknown>>;

/** What a part needs of the mini-program around it. */
export interface Surroundings {
  /** A copy in the app's own world. */
  given<T>(value: T): T;
  /** Runs a function of the app and keeps what it throws. */
  guarded(run: () => void): void;
  report(error: unknown): void;
  /** Data was sent to the screen; `drawn` is to be called once it is drawn. */
  dataSent(part: Part, bytes: number, drawn: () => void): void;
  triggerEvent(part: Part, type: string, detail: unknown): void;
  createSelectorQuery(): unknown;
}

const largestDataBytes = 1024 * 1024;
/** Two pages of one route are two pages: the app tells them apart by this. */
let lastPageId = 0;
const notMembers = new Set([
  'data',
  'properties',
  'methods',
  'lifetimes',
  'pageLifetimes',
  'options',
  'observers',
]);

/** One living page or component: the object that the app's code knows as `this`, and what belongs to it. */
export class Part {
  readonly self: Record<string, unknown> = {};
  readonly data: Record<string, unknown>;
  /** Components inside it, by their place. */
  readonly children = new Map<string, Part>();
  /** The component below the page, when the page is a tab. */
  tabBar: Part | undefined;
  private readonly pageId = `page-${(lastPageId += 1)}`;
  /** Whether it must be drawn anew before it is looked at. */
  isStale = true;

  constructor(
    readonly path: string,
    readonly definition: Definition,
    private readonly around: Surroundings,
    readonly parent?: Part,
    given: Readonly<Record<string, unknown>> = {},
  ) {
    this.data = around.given({ ...propertyValues(definition), ...record(definition.data) });
    Object.assign(this.self, record(definition.methods));
    for (const [name, member] of Object.entries(definition))
      if (!notMembers.has(name)) this.self[name] = member;
    Object.assign(this.self, {
      data: this.data,
      properties: this.data,
      route: path,
      __route__: path,
      is: path,
      setData: (changes: Record<string, unknown>, drawn?: Method) => this.setData(changes, drawn),
      groupSetData: (run?: Method) => run?.(),
      triggerEvent: (type: string, detail: unknown) => around.triggerEvent(this, type, detail),
      selectComponent: (selector: string) => this.childAt(selector)?.self ?? null,
      createSelectorQuery: () => around.createSelectorQuery(),
      getTabBar: () => this.tabBar?.self ?? null,
      getPageId: () => this.root.pageId,
      setUpdatePerformanceListener: () => undefined,
    });
    this.giveProperties(given);
  }

  /** The page that it is drawn on. */
  get root(): Part {
    return this.parent?.root ?? this;
  }

  /** Calls a member of the app's, if there is one; what it throws is kept. */
  call(name: string, ...given: unknown[]): void {
    this.run(this.self[name], given);
  }

  /** Calls a moment of a component's life, where a component may write it in two places. */
  live(moment: 'created' | 'attached' | 'ready' | 'detached'): void {
    this.run(record(this.definition.lifetimes)[moment] ?? this.definition[moment]);
  }

  /** Tells a component that its page was shown or hidden. */
  pageLives(moment: 'show' | 'hide'): void {
    this.run(record(this.definition.pageLifetimes)[moment]);
    for (const child of this.children.values()) child.pageLives(moment);
  }

  /** Takes what the parent's template gives to the component. */
  giveProperties(given: Readonly<Record<string, unknown>>): void {
    const names = Object.keys(record(this.definition.properties)).filter((name) => name in given);
    const changed = names.filter((name) => JSON.stringify(this.data[name]) !== JSON.stringify(given[name]));
    for (const name of changed) this.data[name] = this.around.given(given[name]);
    this.observe(changed);
  }

  private setData(changes: Record<string, unknown>, drawn?: Method): void {
    const text = JSON.stringify(changes) ?? '{}';
    const bytes = Buffer.byteLength(text);
    if (bytes > largestDataBytes)
      this.around.report(new Error(`setData of ${bytes} bytes on ${this.path}: WeChat takes 1 MB at most`));
    const sent = this.around.given(JSON.parse(text) as Record<string, unknown>);
    for (const [path, value] of Object.entries(sent)) setAt(this.data, path, value);
    this.observe(Object.keys(sent));
    this.root.isStale = true;
    this.around.dataSent(this, bytes, () => this.run(drawn));
  }

  private observe(changed: readonly string[]): void {
    for (const [watched, observer] of Object.entries(record(this.definition.observers))) {
      const names = watched.split(',').map((name) => name.trim());
      const isTouched = names.some((name) =>
        changed.some((key) => name === '**' || key === name || key.startsWith(`${name}.`)),
      );
      if (isTouched)
        this.run(
          observer,
          names.map((name) => this.data[name]),
        );
    }
  }

  private childAt(selector: string): Part | undefined {
    return [...this.children.values()].find(({ self }) => `#${String(self.id)}` === selector);
  }

  private run(method: unknown, given: readonly unknown[] = []): void {
    if (typeof method === 'function')
      this.around.guarded(() => void Reflect.apply(method as Method, this.self, given));
  }
}

function propertyValues({ properties }: Definition): Record<string, unknown> {
  const entries = Object.entries(record(properties));
  return Object.fromEntries(entries.map(([name, described]) => [name, record(described).value]));
}

/** The value if it is an object, else an empty one. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
