import { SaxesParser } from 'saxes';
import type { Entry, ZipFile } from 'yauzl';
import { entriesOf, openZip, unpack } from '../zip';

/** A workbook that is open for reading. */
export interface WorkbookParts {
  readonly zip: ZipFile;
  /** The first sheet that is shown. */
  readonly sheet: Entry;
  readonly sharedStrings: Entry | undefined;
  /** Sheets beside it, which are not read. */
  readonly otherSheets: number;
}

/** @throws where it is no workbook. */
export async function workbookParts(file: number): Promise<WorkbookParts> {
  const zip = await openZip(file);
  const entries = new Map<string, Entry>();
  for await (const entry of entriesOf(zip)) entries.set(entry.fileName, entry);
  const sheets: { id: string; isHidden: boolean }[] = [];
  await readXml(zip, found(entries.get('xl/workbook.xml')), (name, attributes) => {
    if (name === 'sheet')
      sheets.push({ id: attributes.id ?? '', isHidden: (attributes.state ?? 'visible') !== 'visible' });
  });
  const targets = new Map<string, string>();
  await readXml(zip, found(entries.get('xl/_rels/workbook.xml.rels')), (name, attributes) => {
    if (name === 'Relationship') targets.set(attributes.Id ?? '', attributes.Target ?? '');
  });
  const entryOf = (target: string) =>
    entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  const first = found(sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]);
  const strings = [...targets.values()].find((target) => target.endsWith('sharedStrings.xml'));
  return {
    zip,
    sheet: found(entryOf(found(targets.get(first.id)))),
    sharedStrings: strings === undefined ? undefined : entryOf(strings),
    otherSheets: sheets.length - 1,
  };
}

/** The texts that cells name by their number; signs of how a word is spoken are left out. */
export async function sharedTexts({ zip, sharedStrings }: WorkbookParts): Promise<string[]> {
  const texts: string[] = [];
  if (!sharedStrings) return texts;
  let text = '';
  let [isText, isSpoken] = [false, false];
  const parser = thrower();
  parser.on('opentag', ({ name }) => {
    const tag = local(name);
    if (tag === 'si') text = '';
    else if (tag === 't') isText = true;
    else if (tag === 'rPh') isSpoken = true;
  });
  parser.on('text', (part) => {
    if (isText && !isSpoken) text += part;
  });
  parser.on('closetag', ({ name }) => {
    const tag = local(name);
    if (tag === 'si') texts.push(text);
    else if (tag === 't') isText = false;
    else if (tag === 'rPh') isSpoken = false;
  });
  for await (const part of textsOf(zip, sharedStrings)) parser.write(part);
  parser.close();
  return texts;
}

/** A parser that throws at what is no XML. It knows no entities but XML's own five, so none can grow. */
export function thrower(): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  return parser;
}

/** A name without the prefix that some programs write: `x:row` is `row`. */
export function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An entry as text, part by part; a letter is never cut in two. */
export async function* textsOf(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const bytes of await unpack(zip, entry)) yield decoder.decode(bytes as Buffer, { stream: true });
  yield decoder.decode();
}

async function readXml(
  zip: ZipFile,
  entry: Entry,
  take: (name: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const parser = thrower();
  parser.on('opentag', ({ name, attributes }) => {
    const named = Object.entries(attributes as Record<string, string>);
    take(local(name), Object.fromEntries(named.map(([key, value]) => [local(key), value])));
  });
  for await (const part of textsOf(zip, entry)) parser.write(part);
  parser.close();
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('no workbook');
  return thing;
}
