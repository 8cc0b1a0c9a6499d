import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities';
import { clusterAddress, Hosts } from './hosts';
import { isolateSqlite } from './isolated-sqlite';
import { migrations } from './migrations';
import { hostsOf, readsAgain } from './reads-again';
import { SqliteDriver } from './sqlite-driver';

/** A data source for the address in the settings; not yet connected. */
export function dataSourceFor(databaseUrl: string): DataSource {
  const shared = { entities, migrations, synchronize: false, migrationsTransactionMode: 'each' } as const;
  if (databaseUrl.startsWith('sqlite:'))
    return isolateSqlite(new DataSource({ ...shared, ...sqlite(databaseUrl.slice('sqlite:'.length)) }));
  const cluster = clusterAddress(databaseUrl);
  if (!cluster) {
    const url = databaseUrl.replace(/^mariadb:/, 'mysql:');
    return readsAgain(new DataSource({ ...shared, ...mariadb(databaseUrl), url }));
  }
  const { hosts: addresses, user: username, password, database } = cluster;
  const hosts = new Hosts(addresses);
  const dataSource = new DataSource({
    ...shared,
    ...mariadb(databaseUrl),
    ...{ username, password, database, extra: { stream: hosts.connect } },
  });
  hostsOf.set(dataSource, hosts);
  return readsAgain(dataSource);
}

function mariadb(databaseUrl: string) {
  return {
    type: databaseUrl.startsWith('mysql:') ? 'mysql' : 'mariadb',
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: 16,
    // A stack of its own for each statement costs more than building it; a failed one is wrapped in an error that has one.
    trace: false,
  } as const;
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
