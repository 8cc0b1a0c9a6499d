import type { DataSource, EntityMetadata } from 'typeorm';
import type { Seal } from './seal';

/** Every sealed column of the house is called so: `phoneSealed`, `sealed`. */
const isSealedName = /(^s|S)ealed$/;

const rowsAtOnce = 200;

/** What a rotation did: values sealed anew, and values that another hand changed in the meantime. */
export interface Rotated {
  readonly sealed: number;
  readonly passedOver: number;
}

/** A table with the columns of it that are sealed. */
export interface SealedTable {
  readonly table: string;
  readonly key: string;
  readonly columns: readonly string[];
}

/** All sealed columns there are; a new one is found by its name. */
export function sealedTables({ entityMetadatas }: DataSource): SealedTable[] {
  return entityMetadatas.flatMap((metadata) => {
    const columns = metadata.columns
      .map(({ databaseName }) => databaseName)
      .filter((name) => isSealedName.test(name));
    return columns.length === 0 ? [] : [{ table: metadata.tableName, key: keyOf(metadata), columns }];
  });
}

/**
 * Seals everything anew with the current key, table by table in batches. A value is replaced only while it is still the
 * one that was read, so it is safe beside a running server; what is sealed with the current key is passed by, so it may be
 * stopped and begun again. Goes round until a whole round finds nothing left.
 */
export async function rotateKeys(dataSource: DataSource, seal: Seal): Promise<Rotated> {
  let [sealed, passedOver] = [0, 0];
  for (;;) {
    let found = 0;
    for (const one of sealedTables(dataSource)) {
      const { replaced, changed } = await rotateTable(dataSource, seal, one);
      sealed += replaced;
      passedOver += changed;
      found += replaced + changed;
    }
    if (found === 0) return { sealed, passedOver };
  }
}

async function rotateTable(dataSource: DataSource, seal: Seal, { table, key, columns }: SealedTable) {
  let [replaced, changed] = [0, 0];
  for (let last = ''; ;) {
    const rows = await dataSource.manager.query<Record<string, unknown>[]>(
      `SELECT ${[key, ...columns].join(', ')} FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${rowsAtOnce}`,
      [last],
    );
    for (const row of rows) {
      for (const column of columns) {
        const before = row[column];
        const after = sealedAnew(seal, before);
        if (after === undefined) continue;
        await dataSource.manager.query(
          `UPDATE ${table} SET ${column} = ? WHERE ${key} = ? AND ${column} = ?`,
          [after, row[key], before],
        );
        const [now] = await dataSource.manager.query<Record<string, unknown>[]>(
          `SELECT ${column} FROM ${table} WHERE ${key} = ?`,
          [row[key]],
        );
        if (now && isSame(now[column], after)) replaced += 1;
        else changed += 1;
      }
    }
    if (rows.length === 0) return { replaced, changed };
    last = String(rows.at(-1)![key]);
  }
}

/** The value under the current key; undefined where there is nothing to do. */
function sealedAnew(seal: Seal, value: unknown): string | Buffer | undefined {
  if (typeof value === 'string') return seal.isCurrent(value) ? undefined : seal.seal(seal.open(value));
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value);
    return seal.isCurrent(bytes) ? undefined : seal.sealBytes(seal.openBytes(bytes));
  }
  return undefined;
}

function isSame(one: unknown, other: string | Buffer): boolean {
  return typeof other === 'string' ? one === other : one instanceof Uint8Array && other.equals(one);
}

function keyOf({ primaryColumns, tableName }: EntityMetadata): string {
  if (primaryColumns.length !== 1)
    throw new Error(`${tableName} has sealed columns, so it must have a key of one column`);
  return primaryColumns[0]!.databaseName;
}
