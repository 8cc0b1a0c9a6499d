import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cell } from '../../files/sheets/cells.rules';
import type { Seal } from '../../secrecy/seal';

/** The largest that fits the column in which a part's cells are kept. */
const mostBytes = 60_000;

/** The cells of some rows as they are kept: deflated and sealed whole; undefined where they must be parted first. */
export function sealCells(seal: Seal, rows: readonly (readonly Cell[])[]): Buffer | undefined {
  const body = deflateRawSync(Buffer.from(JSON.stringify(rows)), { level: 3 });
  return body.length > mostBytes && rows.length > 1 ? undefined : seal.sealBytes(body);
}

export function openCells(seal: Seal, sealed: Uint8Array): Cell[][] {
  return JSON.parse(inflateRawSync(seal.openBytes(Buffer.from(sealed))).toString('utf8')) as Cell[][];
}
