import type { ViewNode } from '../tree';

const shown = ['id', 'class', 'style', 'type', 'size', 'mode', 'name', 'aria-label', 'aria-role', 'role'];
const switches = ['disabled', 'checked', 'hidden'];

/** The page as HTML. Each element carries its place in `nodes`, by which a click finds its way back. */
export function htmlOf(
  tree: ViewNode,
  routeOfFile: (src: string) => string,
): { html: string; nodes: ViewNode[] } {
  const nodes: ViewNode[] = [];
  const write = (node: ViewNode | string): string => {
    if (typeof node === 'string') return escaped(node);
    const place = nodes.push(node) - 1;
    const { tag, attr } = node;
    const inner = innerOf(node, routeOfFile) ?? node.children.map(write).join('');
    return `<${tag} data-n="${place}"${written(attr, shown)}${turnedOn(attr)}>${inner}</${tag}>`;
  };
  return { html: write(tree), nodes };
}

/** What is inside the elements that WeChat fills by itself. */
function innerOf({ tag, attr }: ViewNode, routeOfFile: (src: string) => string): string | undefined {
  const given = (name: string) => escaped(String(attr[name] ?? ''));
  const off = isOn(attr.disabled) ? ' disabled' : '';
  if (tag === 'wx-input') {
    const type = isOn(attr.password) ? 'password' : 'text';
    return `<input type="${type}" value="${given('value')}" placeholder="${given('placeholder')}"${off}>`;
  }
  if (tag === 'wx-textarea')
    return `<textarea placeholder="${given('placeholder')}"${off}>${given('value')}</textarea>`;
  if (tag === 'wx-image')
    return attr.src ? `<img alt="" src="${escaped(routeOfFile(String(attr.src)))}">` : '';
  if (tag === 'wx-rich-text') return typeof attr.nodes === 'string' ? attr.nodes : richText(attr.nodes);
  return undefined;
}

function richText(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return (
    nodes as {
      type?: string;
      text?: string;
      name?: string;
      attrs?: Record<string, unknown>;
      children?: unknown;
    }[]
  )
    .map(({ type, text, name = 'div', attrs = {}, children }) =>
      type === 'text'
        ? escaped(text ?? '')
        : `<${name}${written(attrs, Object.keys(attrs))}>${richText(children)}</${name}>`,
    )
    .join('');
}

function written(attr: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  return names
    .filter((name) => attr[name] !== undefined && attr[name] !== null && attr[name] !== '')
    .map((name) => ` ${name}="${escaped(String(attr[name]))}"`)
    .join('');
}

function turnedOn(attr: Readonly<Record<string, unknown>>): string {
  return switches
    .filter((name) => isOn(attr[name]))
    .map((name) => ` ${name}`)
    .join('');
}

function isOn(value: unknown): boolean {
  return value === true || value === 'true' || value === 'disabled';
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
