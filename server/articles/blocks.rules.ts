/** The kinds of pieces that the body of an article or a story is made of. */
export const blockKinds = [
  'heading',
  'paragraph',
  'list',
  'quote',
  'picture',
  'video',
  'attachment',
] as const;
export type BlockKind = (typeof blockKinds)[number];

export const blockKindNames: Readonly<Record<BlockKind, string>> = {
  paragraph: '一段话',
  heading: '小标题',
  list: '几条',
  quote: '引用',
  picture: '图片',
  video: '视频号',
  attachment: '附件',
};

/** One piece of a body. Plain text only: no markup can hide in it, and a file stands in it by its id alone. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'picture';
      readonly fileId: string;
      /** What it shows, for who cannot see it. */
      readonly alt: string;
      readonly caption: string;
    }
  | {
      /** A film on WeChat's channels (视频号), which only WeChat itself can play. */
      readonly kind: 'video';
      readonly finderUserName: string;
      readonly feedId: string;
      readonly caption: string;
    }
  | { readonly kind: 'attachment'; readonly fileId: string; readonly name: string };

export const blockLimits = {
  blocks: 100,
  text: 2000,
  items: 30,
  alt: 100,
  caption: 100,
  name: 60,
  videoId: 120,
} as const;

/** A block as it is sent: every kind's fields, each of them perhaps missing. */
export type LooseBlock = { readonly kind: BlockKind } & {
  readonly [Field in 'text' | 'fileId' | 'alt' | 'caption' | 'finderUserName' | 'feedId' | 'name']?:
    string | undefined;
} & { readonly items?: readonly string[] | undefined };

/** Keeps what each kind of block has, trimmed, and drops blocks that say nothing. */
export function tidyBlocks(blocks: readonly LooseBlock[]): Block[] {
  return blocks.flatMap((block) => tidy(block) ?? []);
}

function tidy(block: LooseBlock): Block | undefined {
  const said = (text: string | undefined) => (text ?? '').trim();
  switch (block.kind) {
    case 'list': {
      const items = (block.items ?? []).map(said).filter((item) => item !== '');
      return items.length === 0 ? undefined : { kind: 'list', items };
    }
    case 'picture': {
      const { kind, fileId, alt, caption } = block;
      return fileId ? { kind, fileId, alt: said(alt), caption: said(caption) } : undefined;
    }
    case 'attachment': {
      const { kind, fileId, name } = block;
      return fileId ? { kind, fileId, name: said(name) || '附件' } : undefined;
    }
    case 'video': {
      const [finderUserName, feedId] = [said(block.finderUserName), said(block.feedId)];
      const isWhole = finderUserName !== '' && feedId !== '';
      return isWhole ? { kind: block.kind, finderUserName, feedId, caption: said(block.caption) } : undefined;
    }
    case 'heading':
    case 'paragraph':
    case 'quote': {
      const text = said(block.text);
      return text === '' ? undefined : { kind: block.kind, text };
    }
  }
}

/** What a block says, as one text: to be read aloud, searched, compared and proof-read. */
export function textOf(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items.join('\n');
    case 'picture':
      return [block.caption, block.alt].find((text) => text !== '') ?? '';
    case 'video':
      return block.caption;
    case 'attachment':
      return block.name;
    case 'heading':
    case 'paragraph':
    case 'quote':
      return block.text;
  }
}

/** The files that stand in a body. */
export function filesIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => ('fileId' in block ? [block.fileId] : []));
}

/** Pictures of which nobody has said yet what they show, by their places in the body. */
export function picturesWithoutWords(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block, place) => (block.kind === 'picture' && block.alt === '' ? [place] : []));
}
