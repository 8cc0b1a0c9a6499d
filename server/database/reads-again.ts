import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { faultOf, isOutOfCluster } from './database-errors';
import type { Hosts } from './hosts';

const tries = 8;
const stepMs = 50;

/** The cluster behind a data source, where its address names several hosts. */
export const hostsOf = new WeakMap<DataSource, Hosts>();

/** Runs a statement outside a transaction. A read whose server was lost is asked again, by then of the next host. */
export async function readAgain<Answer>(
  dataSource: DataSource,
  sql: string,
  ask: (attempt: number) => Promise<Answer>,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask(attempt);
    } catch (error) {
      const mayAgain = attempt < tries && /^\s*SELECT\b/i.test(sql) && faultOf(error) === 'lost';
      if (!mayAgain) throw error;
      if (isOutOfCluster(error)) hostsOf.get(dataSource)?.leave();
      await pause(attempt * stepMs);
    }
  }
}

/** Gives TypeORM's own reads outside transactions the same patience. */
export function readsAgain(dataSource: DataSource): DataSource {
  const make = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner = make(mode);
    const query = runner.query.bind(runner);
    runner.query = ((sql: string, ...rest: [never[], never]) => {
      if (runner.isTransactionActive) return query(sql, ...rest);
      return readAgain(dataSource, sql, async (attempt) => {
        if (attempt === 1) return (await query(sql, ...rest)) as unknown;
        // The runner holds on to the connection that was lost.
        const other = make(mode);
        try {
          return (await other.query(sql, ...rest)) as unknown;
        } finally {
          await other.release();
        }
      });
    }) as typeof runner.query;
    return runner;
  };
  return dataSource;
}
