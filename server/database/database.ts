import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { DataSource } from 'typeorm';
import { faultOf } from './database-errors';

/** Work inside one transaction; it may run more than once, so it must touch nothing but its manager. */
export type Work<T> = (tx: EntityManager) => Promise<T>;

const tries = 8;

/** The server's one door to its rows. */
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /** For reading outside a transaction. */
  get rows(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * Runs the work in one transaction and commits it. Each statement sees what is committed when it runs: with a
   * snapshot of the whole transaction, what is read after waiting for a second lock would be as old as the first
   * read. On a deadlock the WHOLE transaction runs again,
   * since the engine has dropped it though TypeORM believes it open.
   *
   * @throws what the work throws, after a rollback.
   */
  async transact<T>(work: Work<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await (this.hasRowLocks
          ? this.dataSource.transaction('READ COMMITTED', work)
          : this.dataSource.transaction(work));
      } catch (error) {
        if (attempt === tries || faultOf(error) !== 'try-again') throw error;
        await pause(attempt * 10 * (1 + Math.random()));
      }
    }
  }

  /**
   * Locks the row of this key until the transaction ends, and reads it as it is now. What is decided on must be read
   * after the lock, never before it. SQLite has no row locks and needs none: its transaction holds the whole file.
   */
  async lock<Row extends ObjectLiteral>(
    tx: EntityManager,
    entity: EntityTarget<Row>,
    id: string,
  ): Promise<Row | null> {
    const query = tx.createQueryBuilder(entity, 'row').whereInIds(id);
    if (this.hasRowLocks) query.setLock('pessimistic_write');
    return query.getOne();
  }

  get hasRowLocks(): boolean {
    return this.dataSource.options.type !== 'better-sqlite3';
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
