import { brokenCell, mergedIn, placeOf, type Cell, type Merged } from './cells.rules';
import { local, sharedTexts, textsOf, thrower, workbookParts, type WorkbookParts } from './workbook-parts';

/** A row of a sheet in which something stands. */
export interface SheetRow {
  /** As Excel shows it at its left. */
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: readonly Cell[];
}

/** What is known of a sheet before its first row. */
export interface SheetFacts {
  readonly otherSheets: number;
  readonly merged: readonly Merged[];
}

/** Takes some rows; the next are read when it is done. `share` of the sheet is read by then, from 0 to 1. */
export type TakeRows = (rows: SheetRow[], share: number) => Promise<void>;

/** Cells to the right of these are not looked at, and longer texts are cut: a row is never large. */
export const mostColumns = 40;
const longestText = 300;
const mostMerged = 20_000;

/**
 * Reads the first shown sheet of a workbook in an open file, some rows at a time: the sheet is never whole in memory,
 * only the texts that its cells share.
 *
 * @param begin is told what is known before the first row.
 * @throws where it is no workbook.
 */
export async function readSheet(
  file: number,
  begin: (facts: SheetFacts) => void,
  take: TakeRows,
  rowsAtOnce = 500,
): Promise<void> {
  const parts = await workbookParts(file);
  begin({ otherSheets: parts.otherSheets, merged: await mergedCells(parts) });
  const reading = new Reading(await sharedTexts(parts));
  const whole = Math.max(1, parts.sheet.uncompressedSize);
  let read = 0;
  for await (const part of textsOf(parts.zip, parts.sheet)) {
    read += Buffer.byteLength(part);
    reading.write(part);
    while (reading.rows.length >= rowsAtOnce) await take(reading.rows.splice(0, rowsAtOnce), read / whole);
  }
  reading.end();
  await take(reading.rows, 1);
}

/** They stand behind all rows, and are wanted before them: the sheet is looked through once for them alone. */
async function mergedCells({ zip, sheet }: WorkbookParts): Promise<Merged[]> {
  const merged: Merged[] = [];
  let before = '';
  for await (const part of textsOf(zip, sheet)) {
    const text = before + part;
    const last = text.lastIndexOf('<');
    // Most parts hold rows alone, and are let go at one glance.
    if (text.includes('mergeCell '))
      for (const [, range = ''] of text.slice(0, last).matchAll(/mergeCell [^>]*?ref="([^"]+)"/g)) {
        const one = mergedIn(range);
        if (one && merged.length < mostMerged) merged.push(one);
      }
    before = text.slice(last);
  }
  return merged;
}

/** The thin reader: from tags to rows. */
class Reading {
  readonly rows: SheetRow[] = [];
  private readonly parser = thrower();
  private cells: Cell[] = [];
  private number = 0;
  private isHidden = false;
  private column = -1;
  private kind = '';
  private text = '';
  private isValue = false;

  constructor(private readonly shared: readonly string[]) {
    this.parser.on('opentag', ({ name, attributes }) =>
      this.open(local(name), attributes as Record<string, string>),
    );
    this.parser.on('text', (text) => {
      if (this.isValue && this.text.length <= longestText) this.text += text;
    });
    this.parser.on('closetag', ({ name }) => this.close(local(name)));
  }

  write(part: string): void {
    this.parser.write(part);
  }

  end(): void {
    this.parser.close();
  }

  private open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'c') {
      this.column = attributes.r === undefined ? this.column + 1 : placeOf(attributes.r).column;
      this.kind = attributes.t ?? 'n';
      this.text = '';
    } else if (tag === 'v' || tag === 't') this.isValue = true;
    else if (tag === 'row') {
      this.number = attributes.r === undefined ? this.number + 1 : Number(attributes.r);
      this.isHidden = attributes.hidden === '1' || attributes.hidden === 'true';
      this.cells = [];
      this.column = -1;
    }
  }

  private close(tag: string): void {
    if (tag === 'v' || tag === 't') this.isValue = false;
    else if (tag === 'c') this.keep(this.value());
    else if (tag === 'row' && this.cells.length > 0)
      this.rows.push({ number: this.number, isHidden: this.isHidden, cells: this.cells });
  }

  private keep(value: Cell): void {
    if (value === null || this.column < 0 || this.column >= mostColumns) return;
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = value;
  }

  private value(): Cell {
    const { kind, text } = this;
    if (kind === 's') return tidy(this.shared[Number(text)] ?? '');
    if (kind === 'e') return brokenCell;
    if (kind === 'b') return text === '1' ? '是' : '否';
    if (kind === 'n') return text === '' ? null : numberOf(text);
    return tidy(text);
  }
}

function tidy(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : cut(trimmed);
}

function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A number that cannot be one stays the text that it is. */
function numberOf(text: string): Cell {
  const number = Number(text);
  return Number.isFinite(number) ? number : cut(text);
}
