import { StreamableFile } from '@nestjs/common';
import writeExcelFile, { type Cell } from 'write-excel-file/node';

export interface Sheet {
  /** Of the file, without its ending. */
  readonly fileName: string;
  /** Said above the table: what it is, who exported it, when. */
  readonly notes: readonly string[];
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  /** One value for each column. A text stays a text, whatever it begins with: no cell becomes a formula. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** An .xlsx of one sheet, as the answer to a request. */
export async function workbook({ fileName, notes, columns, rows }: Sheet): Promise<StreamableFile> {
  const heading = columns.map(({ title }): Cell => ({ value: title, type: String, fontWeight: 'bold' }));
  const bytes = await writeExcelFile(
    [...notes.map((note): Cell[] => [cell(note)]), heading, ...rows.map((row) => row.map(cell))],
    { columns: columns.map(({ width }) => ({ width })), stickyRowsCount: notes.length + 1 },
  ).toBuffer();
  return new StreamableFile(bytes, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${fileName}.xlsx`)}`,
  });
}

function cell(value: string | number | null): Cell {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}
