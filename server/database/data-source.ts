import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities';
import { isolateSqlite } from './isolated-sqlite';
import { migrations } from './migrations';
import { SqliteDriver } from './sqlite-driver';

/** A data source for the address in the settings; not yet connected. */
export function dataSourceFor(databaseUrl: string): DataSource {
  const shared = { entities, migrations, synchronize: false, migrationsTransactionMode: 'each' } as const;
  if (databaseUrl.startsWith('sqlite:'))
    return isolateSqlite(new DataSource({ ...shared, ...sqlite(databaseUrl.slice('sqlite:'.length)) }));
  return new DataSource({
    ...shared,
    type: databaseUrl.startsWith('mysql:') ? 'mysql' : 'mariadb',
    url: databaseUrl.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: 16,
  });
}

function sqlite(file: string): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    driver: SqliteDriver,
    database: file,
    enableWAL: true,
    // An acknowledged write survives a kill and a power cut.
    prepareDatabase: (connection: { pragma(command: string): unknown }) => {
      connection.pragma('synchronous = FULL');
    },
  };
}
