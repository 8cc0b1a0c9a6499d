import { createRequire } from 'node:module';

/**
 * What TypeORM's `better-sqlite3` driver asks of a database, spoken over `node:sqlite`
 * (complete enough in Node from 22.16) or its prebuilt twin on Node 20. better-sqlite3 itself would compile
 * or fetch a binary at install.
 */
interface Statement {
  columns(): unknown[];
  all(...values: unknown[]): unknown[];
  get(...values: unknown[]): unknown;
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}
interface Connection {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  function(name: string, options: object, body: (...values: unknown[]) => unknown): void;
  close(): void;
}
type Engine = new (file: string, options: object) => Connection;

function engine(): Engine {
  const load = createRequire(__filename);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const builtIn = major > 22 || (major === 22 && minor >= 16);
  const module = load(builtIn ? 'node:sqlite' : '@photostructure/sqlite') as { DatabaseSync: Engine };
  return module.DatabaseSync;
}

/** SQLite binds neither booleans nor `undefined`. */
function bindable(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

export class SqliteDriver {
  open = true;
  private readonly connection: Connection;

  constructor(
    readonly name: string,
    options: { readonly?: boolean; timeout?: number } = {},
  ) {
    this.connection = new (engine())(name, {
      readOnly: options.readonly === true,
      timeout: options.timeout ?? 5000,
      enableForeignKeyConstraints: true,
    });
  }

  pragma(command: string, options: { simple?: boolean } = {}): unknown {
    const rows = this.connection.prepare(`PRAGMA ${command}`).all() as Record<string, unknown>[];
    return options.simple ? rows[0] && Object.values(rows[0])[0] : rows;
  }

  exec(sql: string): this {
    this.connection.exec(sql);
    return this;
  }

  function(name: string, options: object, body: (...values: unknown[]) => unknown): void {
    this.connection.function(name, options, body);
  }

  prepare(sql: string): object {
    const statement = this.connection.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (...values: unknown[]) => statement.all(...values.map(bindable)),
      get: (...values: unknown[]) => statement.get(...values.map(bindable)),
      run: (...values: unknown[]) => statement.run(...values.map(bindable)),
    };
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.connection.close();
  }
}
