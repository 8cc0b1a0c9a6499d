import { inflateSync } from 'node:zlib';

/** What a reader sees of one of our PDFs. */
export interface ReadPdf {
  /** The text of each page, one line a piece that was written. */
  readonly pages: string[];
  /** Letters drawn as an empty box because the font inside has no shape for them. */
  readonly missing: number;
  /** Whether every font that is used lies inside the file. */
  readonly isEmbedded: boolean;
}

/** Reads a PDF as pdfkit writes it: text as glyphs of embedded fonts, each with its map back to letters. */
export function readPdf(bytes: Buffer): ReadPdf {
  const file = bytes.toString('latin1');
  if (!file.startsWith('%PDF-')) throw new Error('this is no PDF');
  const objects = new Map<string, { at: number; head: string }>();
  for (const found of file.matchAll(/\n(\d+) 0 obj\n/g)) {
    const at = found.index + found[0].length;
    const end = file.slice(at).search(/\nendobj|\nstream\n/);
    objects.set(found[1]!, { at, head: file.slice(at, at + end) });
  }
  const stream = (number: string): string => {
    const { at, head } = objects.get(number)!;
    const from = at + head.length + '\nstream\n'.length;
    const raw = bytes.subarray(from, from + Number(/\/Length (\d+)/.exec(head)![1]));
    return (head.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
  };
  const reference = (head: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1];

  const lettersOf = new Map<string, string[]>();
  for (const { head } of objects.values())
    for (const [, name, number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = stream(reference(objects.get(number!)!.head, 'ToUnicode')!);
      lettersOf.set(
        name!,
        [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list]) => letters(list!)),
      );
    }

  let missing = 0;
  const pages: string[] = [];
  for (const { head } of objects.values()) {
    if (!/\/Type \/Page\b/.test(head)) continue;
    const lines: string[] = [];
    let font: string[] = [];
    const pieces = /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g;
    for (const [, name, shown] of stream(reference(head, 'Contents')!).matchAll(pieces)) {
      if (name !== undefined) font = lettersOf.get(name)!;
      else {
        const glyphs = [...shown!.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? []);
        missing += glyphs.filter((glyph) => glyph === '0000').length;
        lines.push(glyphs.map((glyph) => font[parseInt(glyph, 16)]).join(''));
      }
    }
    pages.push(lines.join('\n'));
  }
  const descriptors = [...objects.values()].filter(({ head }) => head.includes('/Type /FontDescriptor'));
  return { pages, missing, isEmbedded: descriptors.every(({ head }) => head.includes('/FontFile2')) };
}

function letters(list: string): string[] {
  return [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex]) =>
    Buffer.from(hex!.replace(' ', ''), 'hex').swap16().toString('utf16le'),
  );
}
