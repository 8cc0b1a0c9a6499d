import type { FileHandle } from 'node:fs/promises';
import { troubleInZip } from '../zip';
import { workbookParts } from './workbook-parts';

export const largestWorkbook = 100_000_000;
/** A sheet of a hundred thousand women unpacks to about a third of it. */
const most = { entries: 2_000, bytes: 400_000_000 } as const;

/** Whether a file says that it is an .xlsx, by its name and by how it begins. */
export async function isWorkbook(name: string, file: FileHandle): Promise<boolean> {
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  return /\.xlsx$/i.test(name) && buffer.equals(Buffer.from('PK\x03\x04', 'latin1'));
}

/** What is wrong with a workbook, before anybody reads it. */
export async function troubleInWorkbook(
  file: number,
): Promise<'workbook.unreadable' | 'workbook.tooMuch' | undefined> {
  const trouble = await troubleInZip(file, most);
  if (trouble) return `workbook.${trouble}`;
  return workbookParts(file).then(
    () => undefined,
    () => 'workbook.unreadable',
  );
}
