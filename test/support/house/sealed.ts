import type { DataSource, EntityMetadata } from 'typeorm';
import { sealedTables } from '../../../server/secrecy/rotation';
import type { Seal } from '../../../server/secrecy/seal';

interface Kept {
  readonly table: string;
  readonly column: string;
  readonly value: string | Buffer;
}

/** Every value of these columns; a null is none. */
async function valuesOf(dataSource: DataSource, table: string, columns: readonly string[]): Promise<Kept[]> {
  const names = columns.map((column) => dataSource.driver.escape(column)).join(', ');
  const rows = await dataSource.query<Record<string, unknown>[]>(`SELECT ${names} FROM ${table}`);
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const value = row[column];
      if (typeof value === 'string') return { table, column, value };
      return value instanceof Uint8Array ? { table, column, value: Buffer.from(value) } : [];
    }),
  );
}

async function sealedValues(dataSource: DataSource): Promise<Kept[]> {
  const all: Kept[] = [];
  for (const { table, columns } of sealedTables(dataSource))
    all.push(...(await valuesOf(dataSource, table, columns)));
  return all;
}

const isUnder = ({ value }: Kept, key: string) =>
  Buffer.from(value as string)
    .subarray(0, 44)
    .toString('latin1')
    .startsWith(`v1.${key}`);

/** How many sealed values name this key. */
export async function sealedUnder(dataSource: DataSource, keyId: string): Promise<number> {
  return (await sealedValues(dataSource)).filter((one) => isUnder(one, `${keyId}.`)).length;
}

/** Columns with a sealed value that does not open; none when all is well. */
export async function unopened(dataSource: DataSource, seal: Seal): Promise<string[]> {
  return (await sealedValues(dataSource)).flatMap(({ table, column, value }) => {
    try {
      if (typeof value === 'string') seal.open(value);
      else seal.openBytes(value);
      return [];
    } catch {
      return `${table}.${column}`;
    }
  });
}

/** Columns that hold a sealed value and are not known as sealed, so that no rotation would find them; none when all is well. */
export async function sealedUnknown(dataSource: DataSource): Promise<string[]> {
  const known = new Map(sealedTables(dataSource).map(({ table, columns }) => [table, columns]));
  const found = new Set<string>();
  for (const { tableName, columns } of dataSource.entityMetadatas) {
    const others = columns
      .map(({ databaseName }) => databaseName)
      .filter((column) => !known.get(tableName)?.includes(column));
    for (const one of others.length === 0 ? [] : await valuesOf(dataSource, tableName, others))
      if (isUnder(one, '')) found.add(`${one.table}.${one.column}`);
  }
  return [...found];
}

/** A row of any table, made up from its columns alone: for what must hold of every table that there will ever be. */
export function aRowOf(
  { columns }: EntityMetadata,
  valueOf: (column: string, type: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ propertyName, databaseName, type }) => [
      propertyName,
      valueOf(databaseName, String(type)) ?? madeUp(String(type)),
    ]),
  );
}

function madeUp(type: string): unknown {
  if (type === 'int') return 1;
  if (type === 'boolean') return false;
  if (type === 'json') return [];
  if (type === 'date') return '2026-11-23';
  if (type === 'datetime') return new Date('2026-11-23T02:00:00.000Z');
  return type === 'blob' ? Buffer.from('x') : 'x';
}
