import type { Cell, Merged } from '../../files/sheets/cells.rules';
import { mostColumns } from '../../files/sheets/sheet-reader';
import type { Field, Layout } from '../headings.rules';
import type { Fault } from '../rows.rules';

/** A village written once beside all its women holds for all of them; a name or a number never does. */
const heldByAll: ReadonlySet<Field> = new Set([
  ...(['county', 'township', 'village', 'villageCode', 'povertySource', 'povertyAsOf'] as const),
]);

/** Cells that are one over several rows, row by row from above. */
export class MergedCells {
  private readonly coming: Merged[];
  /** Of each column the one that holds now, with what stands in it. */
  private readonly open: ({ merged: Merged; value: Cell } | undefined)[] = [];
  private readonly fieldAt = new Map<number, Field>();

  constructor(merged: readonly Merged[], columns: Layout['columns']) {
    this.coming = merged
      .filter(({ fromRow, toRow, fromColumn }) => toRow > fromRow && fromColumn < mostColumns)
      .sort((one, other) => other.fromRow - one.fromRow);
    for (const [field, column] of Object.entries(columns)) this.fieldAt.set(column, field as Field);
  }

  /** The cells of a row as they hold, and what may not be merged. */
  fill(row: number, cells: readonly Cell[]): { cells: readonly Cell[]; faults: Fault[] } {
    this.openUpTo(row, cells);
    const faults: Fault[] = [];
    let filled: Cell[] | undefined;
    this.open.forEach((one, column) => {
      const field = this.fieldAt.get(column);
      if (!one || !field || one.merged.toRow < row || one.merged.fromRow === row) return;
      if (!heldByAll.has(field)) faults.push({ field, code: 'cell.merged' });
      else {
        filled ??= [...cells];
        while (filled.length < column) filled.push(null);
        filled[column] = one.value;
      }
    });
    return { cells: filled ?? cells, faults };
  }

  private openUpTo(row: number, cells: readonly Cell[]): void {
    for (let next = this.coming.at(-1); next && next.fromRow <= row; next = this.coming.at(-1)) {
      this.coming.pop();
      const value = next.fromRow === row ? (cells[next.fromColumn] ?? null) : null;
      for (let column = next.fromColumn; column <= Math.min(next.toColumn, mostColumns); column += 1)
        this.open[column] = { merged: next, value };
    }
  }
}
