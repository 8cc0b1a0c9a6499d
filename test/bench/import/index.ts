import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type Connection } from 'mysql2/promise';
import { startPrivateMariadb } from '../../support/database/private-mariadb';
import type { Imported } from './import-once';
import { readOnly } from './read-only';
import { writeRegister } from './write-register';

const aim = { ratio: 2, megabytes: 400 } as const;
const tables = ['women', 'woman_changes', 'consents'] as const;
const rowsAtOnce = 1_000;

/**
 * A register of sixty thousand women from an .xlsx into MariaDB, looked through and confirmed by the server as an officer's
 * page does it, against the same reader reading the same file and a bare bulk insert of the very rows that came of it.
 *
 * @param args how many rows; 60,000 without it.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const women = Number(args[0] ?? 60_000);
  const mariadb = await startPrivateMariadb({ durable: false });
  if (!mariadb) {
    process.stderr.write('*** bench import is SKIPPED: MariaDB is not installed. ***\n');
    return process.env.CI !== 'true';
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    const register = join(folder, '名册.xlsx');
    await writeRegister(register, women);
    const { hostname, port, username } = new URL(mariadb.url);
    const connection = await createConnection({
      host: hostname,
      port: Number(port),
      user: username,
      timezone: 'Z',
    });
    await connection.query('CREATE DATABASE imported');
    await connection.query('USE imported');
    const imported = await inProcessOfItsOwn(`${mariadb.url}/imported`, register);
    const readMs = await timed(() => readOnly(register));
    const insertMs = await bareInsert(connection);
    await connection.end();
    return told(women, imported, readMs, insertMs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await mariadb.stop();
  }
}

function told(
  women: number,
  { opened, lookedMs, wroteMs, peakMb }: Imported,
  readMs: number,
  insertMs: number,
): boolean {
  const [importMs, bareMs] = [lookedMs + wroteMs, readMs + insertMs];
  console.log(
    `${opened} files of ${women} rows; ms: looked through ${lookedMs.toFixed(0)}, written ${wroteMs.toFixed(0)}; bare: read ${readMs.toFixed(0)}, insert ${insertMs.toFixed(0)}`,
  );
  const ratio = importMs / bareMs;
  console.log(
    `ratio import ${ratio.toFixed(2)} (an import, looked through and written, over reading the file and a bare bulk insert of the same rows)`,
  );
  console.log(`peak import ${peakMb.toFixed(0)} MB (of the whole server's process)`);
  return opened === women && ratio <= aim.ratio && peakMb <= aim.megabytes;
}

/** A server of its own, so that nothing but the import is in its peak. */
function inProcessOfItsOwn(databaseUrl: string, register: string): Promise<Imported> {
  return new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'import-once.js'), [databaseUrl, register]);
    child.once('message', (imported) => resolve(imported as Imported));
    child.once('exit', (code) => reject(new Error(`the import ended with ${code ?? 'a signal'}`)));
  });
}

/** The same rows again into tables of the same shape, a thousand in a statement. */
async function bareInsert(connection: Connection): Promise<number> {
  let spent = 0;
  for (const table of tables) {
    await connection.query(`CREATE TABLE bare_${table} LIKE ${table}`);
    for (let from = 0; ; from += rowsAtOnce) {
      const [rows] = await connection.query({
        sql: `SELECT * FROM ${table} ORDER BY id LIMIT ${rowsAtOnce} OFFSET ${from}`,
        rowsAsArray: true,
      });
      const some = rows as unknown[][];
      if (some.length === 0) break;
      spent += await timed(() => connection.query(`INSERT INTO bare_${table} VALUES ?`, [some]));
    }
  }
  return spent;
}

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await deed();
  return performance.now() - began;
}
