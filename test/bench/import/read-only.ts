import { open } from 'node:fs/promises';
import { readSheet } from '../../../server/files/sheets/sheet-reader';

/** Reads a register to its end and does nothing with it. */
export async function readOnly(register: string): Promise<number> {
  const file = await open(register, 'r');
  let rows = 0;
  try {
    await readSheet(
      file.fd,
      () => undefined,
      async (some) => void (rows += some.length),
    );
  } finally {
    await file.close();
  }
  return rows;
}
