import { createContext, runInContext } from 'node:vm';
import type { Build } from './build';
import { compileTemplates } from './compile';
import type { Part } from './part';

/** A drawn element. The app's words are strings among its children. */
export interface ViewNode {
  readonly tag: string;
  readonly attr: Readonly<Record<string, unknown>>;
  readonly children: readonly (ViewNode | string)[];
  readonly parent: ViewNode | undefined;
  /** The page or component whose template it was written in, and which hears its events. */
  readonly host: Part;
  /** The component that this element stands for. */
  readonly component?: Part;
}

interface RawNode {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly children?: readonly (RawNode | string | number)[];
}

type Template = (data: unknown) => RawNode;
/** Makes the component at a path, or gives the one that is already there. */
export type Mount = (path: string, at: string, attr: Readonly<Record<string, unknown>>, host: Part) => Part;

/** Draws parts with the templates that WeChat's compiler made of the build. */
export class Templates {
  private readonly templateOf: (file: string) => Template;
  private readonly parse: (text: string) => unknown;

  /** @param warn hears of a template that does not exist, which WeChat would leave blank. */
  constructor(
    private readonly build: Build,
    warn: (message: string) => void,
  ) {
    const hear = (...words: unknown[]) => warn(words.map(String).join(' '));
    const quiet = () => undefined;
    const context = createContext({
      window: {},
      console: { log: quiet, info: quiet, warn: hear, error: hear },
      __webview_engine_version__: 0.02,
    });
    const code = `(function (global) {${compileTemplates(build.folder)}})`;
    const compiled = runInContext(code, context, { filename: 'templates' }) as (
      global: object,
    ) => Templates['templateOf'];
    this.templateOf = compiled({});
    // Data must belong to the world of the templates: their scripts tell arrays by their constructor.
    this.parse = runInContext('(text) => JSON.parse(text)', context) as Templates['parse'];
  }

  /** The elements of a part, with those of the components inside it. */
  draw(part: Part, mount: Mount, parent?: ViewNode): ViewNode {
    const raw = this.templateOf(`${part.path}.wxml`)(this.parse(JSON.stringify(part.data)));
    const seen = new Set<Part>();
    const drawn = this.node(raw, parent, part, '', (...given) => {
      const child = mount(...given);
      seen.add(child);
      return { child, content: (node) => this.draw(child, mount, node) };
    });
    for (const [at, child] of part.children) {
      if (seen.has(child)) continue;
      part.children.delete(at);
      endLife(child);
    }
    part.isStale = false;
    return drawn;
  }

  private node(raw: RawNode, parent: ViewNode | undefined, host: Part, at: string, embed: Embed): ViewNode {
    const children: (ViewNode | string)[] = [];
    const attr = raw.attr ?? {};
    const path = this.build.componentAt(host.path, raw.tag.replace(/^wx-/, ''));
    if (path !== undefined) {
      const { child, content } = embed(path, String(attr['data-sid'] ?? attr.id ?? at), attr, host);
      const node: ViewNode = { tag: raw.tag, attr, children, parent, host, component: child };
      children.push(content(node));
      return node;
    }
    const node: ViewNode = { tag: raw.tag, attr, children, parent, host };
    (raw.children ?? []).forEach((child, index) => {
      children.push(
        typeof child === 'object' ? this.node(child, node, host, `${at}/${index}`, embed) : String(child),
      );
    });
    return node;
  }
}

type Embed = (...given: Parameters<Mount>) => { child: Part; content: (node: ViewNode) => ViewNode };

/** A part and everything inside it leave the screen for good. */
export function endLife(part: Part): void {
  for (const child of part.children.values()) endLife(child);
  part.children.clear();
  part.live('detached');
}
