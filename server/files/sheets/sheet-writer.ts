import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { lettersOf, type Cell } from './cells.rules';

export interface Sheet {
  /** Of the file, without its ending. */
  readonly fileName: string;
  /** Said above the table: what it is, who exported it, when. */
  readonly notes: readonly string[];
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  /** One value for each column. They are asked for only as fast as they are taken away. */
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * An .xlsx of one sheet, of any length, as the answer to a request: never more than a few rows of it are in memory. Every text is a text:
 * none becomes a formula, not even when somebody types into its cell, and a column of numbers keeps all of their digits.
 */
export function workbook(sheet: Sheet): StreamableFile {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  for (const [name, xml] of Object.entries(frame)) zip.addBuffer(Buffer.from(heading + xml), name);
  zip.addReadStream(Readable.from(chunked(sheetXml(sheet))), 'xl/worksheets/sheet1.xml');
  zip.end();
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(`${sheet.fileName}.xlsx`)}`;
  return new StreamableFile(out, { type, disposition });
}

async function* sheetXml({ notes, columns, rows }: Sheet): AsyncGenerator<string> {
  const above = notes.length + 1;
  yield `${heading}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${above}" topLeftCell="A${above + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
  for (const [at, { width }] of columns.entries())
    yield `<col min="${at + 1}" max="${at + 1}" width="${width}" style="1" customWidth="1"/>`;
  yield '</cols><sheetData>';
  let number = 0;
  for (const note of notes) yield rowXml((number += 1), [note], 0);
  yield rowXml(
    (number += 1),
    columns.map(({ title }) => title),
    2,
  );
  for await (const row of rows) yield rowXml((number += 1), row, 1);
  yield '</sheetData></worksheet>';
}

function rowXml(number: number, cells: readonly Cell[], style: number): string {
  const written = cells.map((cell, column) => {
    const place = `r="${lettersOf(column)}${number}"`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
    return `<c ${place} s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** Signs that XML has no place for are left out. */
function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** Rows in pieces of some kilobytes: one by one they would cost more than they hold. */
async function* chunked(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let text = '';
  for await (const one of texts) {
    text += one;
    if (text.length < 32_000) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

const heading = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style 0 is plain, 1 is text that stays text (`@`, quoted), 2 the same in bold. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="12"/><name val="宋体"/></font><font><b/><sz val="12"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" quotePrefix="1"/></cellXfs></styleSheet>`;

const frame = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="内容" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': styles,
} as const;
