import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { tidyBlocks, blockLimits, type Block, type LooseBlock } from '../blocks.rules';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

export interface Imported {
  readonly blocks: Block[];
  /** How many pictures were left behind. */
  readonly picturesLeft: number;
  /** Whether there was more than an article takes. */
  readonly isCut: boolean;
}

/** What is inside these is no text of the page: not a word of it comes in. */
const silent = new Set([
  ...['script', 'style', 'template', 'head', 'title', 'noscript', 'iframe', 'object', 'embed', 'applet'],
  ...['svg', 'math', 'canvas', 'audio', 'video', 'select', 'textarea', 'button', 'input', 'form', 'xmp'],
  ...['noembed', 'noframes', 'plaintext', 'frameset', 'frame', 'link', 'meta', 'base'],
]);
/** These stand in a line of text; all others begin a new one. */
const inline = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'big',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'font',
    'i',
    'ins',
    'kbd',
    'label',
  ],
  ...[
    'mark',
    'o:p',
    'q',
    's',
    'samp',
    'small',
    'span',
    'strike',
    'strong',
    'sub',
    'sup',
    'time',
    'tt',
    'u',
    'var',
  ],
]);
const deepest = 200;

/**
 * The words of a page or a Word text as blocks: headings, paragraphs, lists, quotes, and those pictures that were kept
 * before, named by their `src`. What comes out is plain text and ids of ours, whatever went in: nothing of the markup,
 * no attribute and no address is ever copied.
 */
export function blocksOfHtml(html: string, pictures: ReadonlyMap<string, string> = new Map()): Imported {
  const reading = new Reading(pictures);
  reading.read(parseFragment(html), 'paragraph', 0);
  reading.endLine('paragraph');
  return reading.done();
}

type LineKind = 'heading' | 'paragraph' | 'quote' | 'item';

class Reading {
  private readonly loose: LooseBlock[] = [];
  private items: string[] = [];
  private line = '';
  private picturesLeft = 0;

  constructor(private readonly pictures: ReadonlyMap<string, string>) {}

  read(node: Node, kind: LineKind, depth: number): void {
    if (node.nodeName === '#text') this.line += (node as DefaultTreeAdapterMap['textNode']).value;
    if (!('childNodes' in node) || depth > deepest) return;
    const { nodeName } = node;
    if (silent.has(nodeName)) return;
    if (nodeName === 'br') return this.endLine(kind);
    if (nodeName === 'img') return this.picture(node as Element, kind);
    const inner = kindInside(nodeName, kind);
    const isInline = inline.has(nodeName) || nodeName === '#document-fragment';
    if (!isInline) this.endLine(kind);
    for (const child of node.childNodes) this.read(child, inner, depth + 1);
    if (nodeName === 'td' || nodeName === 'th') this.line += ' ';
    else if (!isInline) this.endLine(inner);
    if (nodeName === 'ul' || nodeName === 'ol') this.endList();
  }

  endLine(kind: LineKind): void {
    const text = this.line
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\ufeff]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    this.line = '';
    if (text === '') return;
    const parts = cut(text);
    if (kind === 'item') this.items.push(...parts);
    else {
      this.endList();
      this.loose.push(...parts.map((part) => ({ kind, text: part })));
    }
  }

  done(): Imported {
    this.endList();
    const blocks = tidyBlocks(this.loose);
    const isCut = blocks.length > blockLimits.blocks;
    return { blocks: blocks.slice(0, blockLimits.blocks), picturesLeft: this.picturesLeft, isCut };
  }

  private endList(): void {
    for (let from = 0; from < this.items.length; from += blockLimits.items)
      this.loose.push({ kind: 'list', items: this.items.slice(from, from + blockLimits.items) });
    this.items = [];
  }

  private picture(image: Element, kind: LineKind): void {
    const attribute = (name: string) => image.attrs.find((one) => one.name === name)?.value ?? '';
    const fileId = this.pictures.get(attribute('src'));
    if (fileId === undefined) {
      this.picturesLeft += 1;
      return;
    }
    this.endLine(kind);
    this.endList();
    this.loose.push({ kind: 'picture', fileId, alt: '', caption: '' });
  }
}

function kindInside(nodeName: string, outer: LineKind): LineKind {
  if (/^h[1-6]$/.test(nodeName)) return 'heading';
  if (nodeName === 'li') return 'item';
  if (nodeName === 'blockquote') return 'quote';
  return outer === 'heading' && !inline.has(nodeName) ? 'paragraph' : outer;
}

/** A text in parts no longer than a block may be, broken after a sentence where there is one. */
function cut(text: string): string[] {
  const parts: string[] = [];
  let left = text;
  while (left.length > blockLimits.text) {
    const head = left.slice(0, blockLimits.text);
    const stop = Math.max(head.lastIndexOf('。'), head.lastIndexOf('；'), head.lastIndexOf('. '));
    let at = stop > blockLimits.text / 2 ? stop + 1 : blockLimits.text;
    if (/[\ud800-\udbff]/.test(left[at - 1]!)) at -= 1;
    parts.push(left.slice(0, at));
    left = left.slice(at);
  }
  return [...parts, left];
}
