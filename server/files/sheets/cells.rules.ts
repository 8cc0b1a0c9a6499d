/** What stands in a cell: a text, a number as Excel keeps it, or nothing. A formula is its last result. */
export type Cell = string | number | null;

/** What a cell with `#REF!` or `#N/A` in it is read as: never a value, and nobody types it. */
export const brokenCell = '\u0000broken';

/** `C12` → column 2, row 12; both are -1 where it is no address. */
export function placeOf(address: string): { column: number; row: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? [];
  return letters === '' ? { column: -1, row: -1 } : { column: columnOf(letters), row: Number(digits) };
}

/** `A` → 0, `AA` → 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** 0 → `A`, 26 → `AA`. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}

/** Cells that are one: from the first column and row to the last, both included. */
export interface Merged {
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly fromRow: number;
  readonly toRow: number;
}

/** `B2:C4`; undefined where it is no range. */
export function mergedIn(range: string): Merged | undefined {
  const [from = '', to = ''] = range.split(':');
  const [first, last] = [placeOf(from), placeOf(to)];
  if (first.row < 0 || last.row < first.row || last.column < first.column) return undefined;
  return { fromColumn: first.column, toColumn: last.column, fromRow: first.row, toRow: last.row };
}
