import { Mutex, withTimeout } from 'async-mutex';
import type { DataSource } from 'typeorm';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';

/**
 * TypeORM gives every query runner the ONE connection of a SQLite file, so a rollback in one request
 * would undo what another was told is saved. Here a transaction owns the connection from BEGIN to
 * COMMIT or ROLLBACK, and a statement outside any transaction waits for its turn.
 */
class IsolatedRunner extends BetterSqlite3QueryRunner {
  private giveBack: (() => void) | undefined;

  constructor(
    driver: ConstructorParameters<typeof BetterSqlite3QueryRunner>[0],
    private readonly turn: Pick<Mutex, 'acquire'>,
  ) {
    super(driver);
  }

  override async query(
    ...call: Parameters<BetterSqlite3QueryRunner['query']>
  ): ReturnType<BetterSqlite3QueryRunner['query']> {
    // A deferred transaction would fail when it first writes after another process did.
    if (call[0] === 'BEGIN TRANSACTION') call[0] = 'BEGIN IMMEDIATE';
    if (this.giveBack) return super.query(...call);
    const giveBack = await this.turn.acquire();
    try {
      return await super.query(...call);
    } finally {
      giveBack();
    }
  }

  override async startTransaction(
    ...level: Parameters<BetterSqlite3QueryRunner['startTransaction']>
  ): Promise<void> {
    const outermost = this.giveBack === undefined;
    if (outermost) this.giveBack = await this.turn.acquire();
    try {
      await super.startTransaction(...level);
    } catch (error) {
      if (outermost) this.end();
      throw error;
    }
  }

  /** A COMMIT that fails keeps its turn until the rollback. */
  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (!this.isTransactionActive) this.end();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } finally {
      if (!this.isTransactionActive) this.end();
    }
  }

  override async release(): Promise<void> {
    try {
      if (this.isTransactionActive) await this.rollbackTransaction();
    } finally {
      this.end();
      await super.release();
    }
  }

  private end(): void {
    this.isTransactionActive = false;
    this.giveBack?.();
    this.giveBack = undefined;
  }
}

/** Must be called before the data source is initialised. */
export function isolateSqlite(dataSource: DataSource, waitMs = 10_000): DataSource {
  const tooLong = new Error(
    'SQLite was busy too long: is a query outside the transaction awaited inside one?',
  );
  const turn = withTimeout(new Mutex(), waitMs, tooLong);
  const driver = dataSource.driver as ConstructorParameters<typeof BetterSqlite3QueryRunner>[0];
  driver.createQueryRunner = () => new IsolatedRunner(driver, turn);
  return dataSource;
}
