import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

/** An empty database that belongs to one spec. */
export interface TestDatabase {
  /** An address for DATABASE_URL. */
  readonly url: string;
  /** Removes it; close its connections first. */
  drop(): Promise<void>;
}

/**
 * A new, empty database on the engine that TEST_DATABASE names (SQLite when nothing is named).
 * `undefined` when that engine is MariaDB and it is not installed: the spec is to be skipped.
 */
export async function freshDatabaseUrl(): Promise<TestDatabase | undefined> {
  if (process.env.TEST_DATABASE !== 'mariadb') return freshFile();
  const server = process.env.TEST_MARIADB_URL;
  return server ? freshSchema(server) : undefined;
}

async function freshFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'spec-'));
  return {
    url: `sqlite:${join(folder, 'test.db')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function freshSchema(server: string): Promise<TestDatabase> {
  const name = `spec_${randomBytes(8).toString('hex')}`;
  await run(server, `CREATE DATABASE ${name}`);
  return {
    url: `${server}/${name}`,
    drop: () => run(server, `DROP DATABASE IF EXISTS ${name}`),
  };
}

async function run(server: string, statement: string): Promise<void> {
  const { hostname, port, username, password } = new URL(server);
  const connection = await createConnection({ host: hostname, port: Number(port), user: username, password });
  try {
    // A spec that left a transaction open should hear of it, not hang.
    await connection.query('SET lock_wait_timeout = 5');
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
