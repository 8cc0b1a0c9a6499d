import { startPrivateMariadb, type PrivateMariadb } from './private-mariadb';

/** Where Jest's setup leaves the server for its teardown: both run in one process, in modules of their own. */
export const held = globalThis as { privateMariadb?: PrivateMariadb };

/**
 * Jest's global setup: starts a private MariaDB and names it in TEST_MARIADB_URL.
 * Without MariaDB its specs are skipped, but never silently, and never in CI.
 */
export default async function startMariadb(): Promise<void> {
  const mariadb = await startPrivateMariadb();
  if (mariadb) {
    held.privateMariadb = mariadb;
    process.env.TEST_MARIADB_URL = mariadb.url;
    return;
  }
  const missing = 'MariaDB is not installed (mariadbd and mariadb-install-db were looked for on PATH)';
  if (process.env.CI === 'true') throw new Error(`${missing}; CI must run its specs.`);
  process.stderr.write(`\n*** ${missing}: the specs on MariaDB are SKIPPED. ***\n\n`);
}
