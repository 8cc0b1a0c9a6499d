import type { Build } from './build';
import { Part, type Definition, type Surroundings } from './part';
import { Templates, type ViewNode } from './tree';

const tabBarPath = 'custom-tab-bar/index';

/** What a screen needs of the run around it. */
export interface ScreenNeeds extends Surroundings {
  readonly errors: string[];
  /** Runs a file of the app's. */
  load(path: string): void;
}

/** Makes pages and components of what the app's files define, and draws them. */
export class Screen {
  private readonly templates: Templates;
  private readonly definitions = new Map<string, Definition>();
  private readonly drawn = new WeakMap<Part, ViewNode>();
  private loading = '';

  constructor(
    private readonly build: Build,
    private readonly run: ScreenNeeds,
  ) {
    this.templates = new Templates(build, (warning) => run.errors.push(warning));
  }

  /** `Page(…)` or `Component(…)` of the file that is being loaded. */
  readonly define = (definition: Definition): void => {
    this.definitions.set(this.loading, definition);
  };

  /** Makes a page, with its tab bar when it is a tab. */
  openPage(route: string): Part {
    const page = new Part(route, this.definitionOf(route), this.run);
    if (this.build.isTab(route) && this.build.hasOwnTabBar) {
      page.tabBar = new Part(tabBarPath, this.definitionOf(tabBarPath), this.run);
      begin(page.tabBar);
    }
    return page;
  }

  /** A page as it is now, with the tab bar below it. */
  treeWithTabBar(page: Part): ViewNode {
    const tree = this.treeOf(page);
    return page.tabBar ? { ...tree, children: [...tree.children, this.treeOf(page.tabBar)] } : tree;
  }

  /** Draws a page or a tab bar anew if its data changed. */
  treeOf(root: Part): ViewNode {
    const known = this.drawn.get(root);
    if (known && !root.isStale) return known;
    const tree = this.templates.draw(root, (path, at, attr, host) => this.mount(path, at, attr, host));
    this.drawn.set(root, tree);
    return tree;
  }

  /** The element that a component stands for. */
  placeOf(component: Part): ViewNode | undefined {
    return search(this.treeOf(component.root), component);
  }

  /** Components first, then the part itself, as WeChat loads them. */
  private definitionOf(path: string): Definition {
    if (!this.definitions.has(path)) {
      for (const tag of Object.keys(this.build.json(path).usingComponents ?? {})) {
        const used = this.build.componentAt(path, tag);
        if (used !== undefined && used !== path && this.build.has(`${used}.js`)) this.definitionOf(used);
      }
      const before = this.loading;
      this.loading = path;
      this.run.load(path);
      this.loading = before;
    }
    const definition = this.definitions.get(path);
    if (!definition)
      throw new Error(`${path}.js defines no page and no component\n${this.run.errors.join('\n')}`);
    return definition;
  }

  private mount(path: string, at: string, attr: ViewNode['attr'], host: Part): Part {
    const place = `${path} ${at}`;
    const known = host.children.get(place);
    if (known) {
      known.giveProperties(attr);
      return known;
    }
    const child = new Part(path, this.definitionOf(path), this.run, host, attr);
    Object.assign(child.self, { id: attr.id ?? '', dataset: { sid: attr['data-sid'] } });
    host.children.set(place, child);
    begin(child);
    return child;
  }
}

function begin(component: Part): void {
  component.live('created');
  component.live('attached');
  component.live('ready');
}

function search(node: ViewNode, component: Part): ViewNode | undefined {
  if (node.component === component) return node;
  for (const child of node.children) {
    const found = typeof child === 'string' ? undefined : search(child, component);
    if (found) return found;
  }
  return undefined;
}
