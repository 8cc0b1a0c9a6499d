import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import { readAgain } from './reads-again';

/** The two of mysql2 that run a statement: a pool, or the connection of a transaction. */
interface Mysql {
  query(sql: string, values: readonly unknown[], done: (error: Error | null, answer: unknown) => void): void;
}

/**
 * One statement on a hot path, with `?` for its values: rows of a SELECT, a header with `affectedRows` of a change.
 * On MariaDB it goes to the driver without TypeORM's runner, whose way costs more than the statement itself.
 *
 * @throws QueryFailedError as TypeORM does, so that a deadlock is known as one.
 */
export async function statement<Answer>(
  manager: EntityManager,
  sql: string,
  values: readonly unknown[],
): Promise<Answer> {
  const { dataSource, queryRunner } = manager;
  const pool = poolOf(dataSource);
  if (!pool) return manager.query<Answer>(sql, [...values]);
  if (queryRunner) return asked((await queryRunner.connect()) as Mysql, sql, values);
  return readAgain(dataSource, sql, () => asked(pool, sql, values));
}

function asked<Answer>(mysql: Mysql, sql: string, values: readonly unknown[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    mysql.query(sql, values, (error, answer) => {
      if (error) reject(new QueryFailedError(sql, [...values], error));
      else resolve(answer as Answer);
    });
  });
}

/** How many rows an UPDATE or DELETE touched. */
export async function changed(
  manager: EntityManager,
  sql: string,
  values: readonly unknown[],
): Promise<number> {
  if (!poolOf(manager.dataSource)) return changedInSqlite(manager, sql, values);
  return (await statement<{ affectedRows: number }>(manager, sql, values)).affectedRows;
}

async function changedInSqlite(
  manager: EntityManager,
  sql: string,
  values: readonly unknown[],
): Promise<number> {
  await manager.query(sql, [...values]);
  const [row] = await manager.query<{ howMany: number }[]>('SELECT changes() AS howMany');
  return Number(row?.howMany ?? 0);
}

function poolOf({ driver }: DataSource): Mysql | undefined {
  return (driver as unknown as { pool?: Mysql }).pool;
}
