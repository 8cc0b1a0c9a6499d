import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(8_192);
let given = pool.length;

/**
 * So many random bytes, at most 8,192, of which none is ever given twice. They are drawn many at a time: for the few that an
 * id or a seal needs, asking the system costs more than all else that is done for it.
 */
export function chance(bytes: number): Buffer {
  if (given + bytes > pool.length) {
    randomFillSync(pool);
    given = 0;
  }
  given += bytes;
  return Buffer.from(pool.subarray(given - bytes, given));
}
