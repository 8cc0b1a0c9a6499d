import type { DataSource } from 'typeorm';

const waitSeconds = 120;
const lock = "LEFT(CONCAT('migrations of ', DATABASE()), 64)";

/**
 * Brings the tables up to date. Of several servers that start at once on one database, one does it and the others wait;
 * an embedded database has one server.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type === 'better-sqlite3') {
    await dataSource.runMigrations();
    return;
  }
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query(`SELECT GET_LOCK(${lock}, ?)`, [waitSeconds]);
    try {
      await dataSource.runMigrations();
    } finally {
      await holder.query(`SELECT RELEASE_LOCK(${lock})`);
    }
  } finally {
    await holder.release();
  }
}
