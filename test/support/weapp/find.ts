import type { ViewNode } from './tree';

/** All elements below a node, itself included, in the order of the page. */
export function nodesOf(node: ViewNode): ViewNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : nodesOf(child)))];
}

/** The words below a node, one line per block. */
export function textOf(node: ViewNode): string {
  return linesOf(node)
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/**
 * The elements that a selector names: `view`, `#id`, `.class`, `[name=value]`, joined (`button.main`),
 * one inside the other (`.card .title`), or `text=…` for the innermost elements that say so.
 */
export function findAll(root: ViewNode, selector: string): ViewNode[] {
  const words = /^text=(.*)$/s.exec(selector)?.[1];
  if (words !== undefined) return innermostSaying(root, words);
  const steps = selector.trim().split(/\s+/).map(stepOf);
  return nodesOf(root).filter((node) => isAtEndOf(steps, node));
}

/** The nearest element with the tag, from the node itself outwards. */
export function closest(node: ViewNode | undefined, tag: string): ViewNode | undefined {
  return !node || node.tag === tag ? node : closest(node.parent, tag);
}

type Step = (node: ViewNode) => boolean;

function stepOf(text: string): Step {
  const parts = /^([\w-]*)((?:[#.][^#.[\]]+|\[[\w-]+=[^\]]*\])*)$/.exec(text);
  if (!parts) throw new Error(`Not a selector: ${text}`);
  const [, tag = '', rest = ''] = parts;
  const tests = (rest.match(/[#.][^#.[\]]+|\[[^\]]*\]/g) ?? []).map(testOf);
  return (node) =>
    (tag === '' || node.tag === tag || node.tag === `wx-${tag}`) && tests.every((test) => test(node));
}

function testOf(text: string): Step {
  const value = text.slice(1);
  if (text.startsWith('#')) return ({ attr }) => attr.id === value;
  if (text.startsWith('.'))
    return ({ attr }) =>
      String(attr.class ?? '')
        .split(/\s+/)
        .includes(value);
  const [name = '', wanted = ''] = text.slice(1, -1).split('=');
  return ({ attr }) => String(attr[name] ?? '') === wanted.replace(/^["']|["']$/g, '');
}

function isAtEndOf(steps: readonly Step[], node: ViewNode): boolean {
  const outer = steps.slice(0, -1);
  if (!steps.at(-1)?.(node)) return false;
  if (outer.length === 0) return true;
  for (let above = node.parent; above; above = above.parent) if (isAtEndOf(outer, above)) return true;
  return false;
}

function innermostSaying(node: ViewNode, words: string): ViewNode[] {
  if (!textOf(node).includes(words)) return [];
  const inside = node.children.flatMap((child) =>
    typeof child === 'string' ? [] : innermostSaying(child, words),
  );
  return inside.length > 0 ? inside : [node];
}

const inline = new Set(['wx-text', 'wx-label', 'wx-image', 'wx-icon']);

function linesOf(node: ViewNode): string {
  const words = node.children.map((child) => (typeof child === 'string' ? child : linesOf(child))).join('');
  return inline.has(node.tag) || words === '' ? words : `\n${words}\n`;
}
