import type { House } from './house';

/**
 * Every row of every table, as text; two equal dumps mean that nothing was written between them, but when somebody was
 * last seen.
 */
export async function dump({ database }: House): Promise<Record<string, string>> {
  const tables: Record<string, string> = {};
  for (const { tableName } of database.dataSource.entityMetadatas) {
    const rows = await database.rows.query<object[]>(`SELECT * FROM ${tableName}`);
    tables[tableName] = rows
      .map((row) => JSON.stringify({ ...row, lastSeenAt: undefined }))
      .sort()
      .join('\n');
  }
  return tables;
}

/** How many rows each table has. */
export async function countRows({ database }: House): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { tableName } of database.dataSource.entityMetadatas) {
    const [row] = await database.rows.query<{ howMany: number | string }[]>(
      `SELECT COUNT(*) AS howMany FROM ${tableName}`,
    );
    counts[tableName] = Number(row?.howMany);
  }
  return counts;
}
