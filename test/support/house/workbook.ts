import { closeSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { newId } from '../../../server/database/new-id';
import type { Cell } from '../../../server/files/sheets/cells.rules';
import { readSheet } from '../../../server/files/sheets/sheet-reader';
import { entriesOf, openZip, unpack } from '../../../server/files/zip';
import { aZip } from './docx';

/** A cell as a spec says it: a text, a number, a formula with its last result, an error, or nothing. */
export type SaidCell =
  string | number | null | { formula: string; result: string } | { error: string } | { raw: string };

export interface SaidSheet {
  readonly rows: readonly (readonly SaidCell[] | undefined)[];
  /** Numbers of rows that are hidden, the first is 1. */
  readonly hidden?: readonly number[];
  readonly merged?: readonly string[];
  /** Texts stand in the cells themselves, as some programs write them. */
  readonly isInline?: boolean;
  /** Every tag has a prefix, as some programs write them. */
  readonly prefix?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** An .xlsx of one sheet. A row that is `undefined` is not there at all. */
export function aWorkbook({
  rows,
  hidden = [],
  merged = [],
  isInline = false,
  prefix = '',
}: SaidSheet): Buffer {
  const texts: string[] = [];
  const p = prefix === '' ? '' : `${prefix}:`;
  const cell = (said: SaidCell, place: string): string => {
    if (said === null) return '';
    if (typeof said === 'number') return `<${p}c r="${place}"><${p}v>${said}</${p}v></${p}c>`;
    if (typeof said === 'object' && 'raw' in said)
      return `<${p}c r="${place}"><${p}v>${said.raw}</${p}v></${p}c>`;
    if (typeof said === 'object' && 'error' in said)
      return `<${p}c r="${place}" t="e"><${p}v>${said.error}</${p}v></${p}c>`;
    if (typeof said === 'object')
      return `<${p}c r="${place}" t="str"><${p}f>${said.formula}</${p}f><${p}v>${said.result}</${p}v></${p}c>`;
    const text = said.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    if (isInline) return `<${p}c r="${place}" t="inlineStr"><${p}is><${p}t>${text}</${p}t></${p}is></${p}c>`;
    texts.push(text);
    return `<${p}c r="${place}" t="s"><${p}v>${texts.length - 1}</${p}v></${p}c>`;
  };
  const data = rows.map((cells, at) =>
    cells === undefined
      ? ''
      : `<${p}row r="${at + 1}"${hidden.includes(at + 1) ? ' hidden="1"' : ''}>${cells.map((one, column) => cell(one, `${String.fromCharCode(65 + column)}${at + 1}`)).join('')}</${p}row>`,
  );
  const merges =
    merged.length === 0
      ? ''
      : `<${p}mergeCells count="${merged.length}">${merged.map((range) => `<${p}mergeCell ref="${range}"/>`).join('')}</${p}mergeCells>`;
  const xmlns = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix}="${main}"`;
  return workbookOf(
    `<${p}worksheet ${xmlns}><${p}sheetData>${data.join('')}</${p}sheetData>${merges}</${p}worksheet>`,
    `<sst xmlns="${main}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
  );
}

/** A workbook around the XML of its sheet. */
export function workbookOf(
  sheet: string,
  sharedStrings = `<sst xmlns="${main}"/>`,
  saysLength?: number,
): Buffer {
  const xml = '<?xml version="1.0" encoding="UTF-8"?>';
  const part = (name: string, body: string) => ({ name, bytes: Buffer.from(xml + body) });
  return aZip([
    part('[Content_Types].xml', `<Types xmlns="${packages}/content-types"/>`),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    { ...part('xl/worksheets/sheet1.xml', sheet), ...(saysLength !== undefined && { saysLength }) },
    part('xl/sharedStrings.xml', sharedStrings),
  ]);
}

/** The rows of a workbook that the server gave. */
export async function sheetOf(workbook: Buffer): Promise<{ cells: Cell[] }[]> {
  const path = join(tmpdir(), `sheet-${newId()}.xlsx`);
  writeFileSync(path, workbook);
  const file = openSync(path, 'r');
  unlinkSync(path);
  const rows: { cells: Cell[] }[] = [];
  try {
    await readSheet(
      file,
      () => undefined,
      async (some) => void rows.push(...some.map(({ cells }) => ({ cells: [...cells] }))),
    );
  } finally {
    closeSync(file);
  }
  return rows;
}

/** The sheet of a workbook as its XML stands, unpacked. */
export async function sheetXmlOf(workbook: Buffer): Promise<string> {
  const zip = await openZip(workbook);
  for await (const entry of entriesOf(zip))
    if (/^xl\/worksheets\//.test(entry.fileName)) return text(await unpack(zip, entry));
  throw new Error('there is no sheet');
}
