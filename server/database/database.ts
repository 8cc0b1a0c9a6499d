import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { DataSource } from 'typeorm';
import { faultOf, isOutOfCluster } from './database-errors';
import { readRows } from './plain-rows';
import { hostsOf } from './reads-again';

/** Work inside one transaction; it may run more than once, so it must touch nothing but its manager. */
export type Work<T> = (tx: EntityManager) => Promise<T>;

/** How often a transaction is tried: against deadlocks with a short pause, through the loss of a server with a longer one. */
const tries = { 'try-again': 8, lost: 20 } as const;
const longestPauseMs = 1_000;

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
   * read. On a deadlock and on a lost server the WHOLE
   * transaction runs again, since the engine has dropped it though TypeORM believes it open. When the answer to a COMMIT
   * is lost, the work may have been saved already: it must be one that finds its own rows and changes nothing twice.
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
        const fault = faultOf(error);
        if ((fault !== 'try-again' && fault !== 'lost') || attempt >= tries[fault]) throw error;
        if (isOutOfCluster(error)) hostsOf.get(this.dataSource)?.leave();
        const step = fault === 'lost' ? 50 : 10;
        await pause(Math.min(longestPauseMs, attempt * step) * (1 + Math.random()));
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
    return this.held(tx, entity, id, 'FOR UPDATE');
  }

  /** The same for one of many workers: the row when nobody else holds it, null when somebody does or it is gone. */
  async claim<Row extends ObjectLiteral>(
    tx: EntityManager,
    entity: EntityTarget<Row>,
    id: string,
  ): Promise<Row | null> {
    return this.held(tx, entity, id, 'FOR UPDATE SKIP LOCKED');
  }

  private async held<Row extends ObjectLiteral>(
    tx: EntityManager,
    entity: EntityTarget<Row>,
    id: string,
    lock: string,
  ): Promise<Row | null> {
    const [key] = this.dataSource.getMetadata(entity).primaryColumns;
    const where: ObjectLiteral = { [key!.propertyName]: id };
    const [row] = await readRows(tx, entity, where as Partial<Row>, this.hasRowLocks ? lock : '');
    return row ?? null;
  }

  get hasRowLocks(): boolean {
    return this.dataSource.options.type !== 'better-sqlite3';
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
