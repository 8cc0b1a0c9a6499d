import {
  Table,
  TableColumn,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
  type TableColumnOptions,
} from 'typeorm';

/**
 * Column types that both engines understand alike. One migration makes one table, since MariaDB keeps
 * the first half of a migration that fails in its second.
 */
type Column = Omit<TableColumnOptions, 'name'>;

export const text = (length: number): Column => ({ type: 'varchar', length: String(length) });
export const id = (): Column => text(36);
/** `integer`, not `int`: SQLite keeps the word as it was written and would call the column changed. */
export const whole = (): Column => ({ type: 'integer' });
export const flag = (): Column => ({ type: 'boolean' });
export const day = (): Column => ({ type: 'date' });
export const instant = (): Column => ({ type: 'datetime', precision: 3 });
export const bytes = (): Column => ({ type: 'blob' });
export const json = (): Column => ({ type: 'json' });
export const maybe = (column: Column): Column => ({ ...column, isNullable: true });
export const key = (column: Column): Column => ({ ...column, isPrimary: true });

interface Index {
  readonly on: string[];
  readonly unique?: boolean;
}

/** A migration that makes one table with its indexes; `stamp` orders migrations and never changes. */
export function makesTable(
  stamp: string,
  name: string,
  columns: Record<string, Column>,
  indexes: Record<string, Index> = {},
) {
  const table = new Table({
    name,
    columns: Object.entries(columns).map(([column, options]) => ({ name: column, ...options })),
    indices: Object.entries(indexes).map(
      ([index, { on, unique = false }]) => new TableIndex({ name: index, columnNames: on, isUnique: unique }),
    ),
  });
  return class implements MigrationInterface {
    readonly name = `Make_${name}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.createTable(table);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropTable(name);
    }
  };
}

/** A migration that adds one column; rows that are there already get `standing` as their value. */
export function addsColumn(stamp: string, table: string, name: string, column: Column, standing?: string) {
  const options = { name, ...column, ...(standing !== undefined && { default: standing }) };
  return class implements MigrationInterface {
    readonly name = `Add_${table}_${name}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.addColumn(table, new TableColumn(options));
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropColumn(table, name);
    }
  };
}

/** A migration that adds one index. */
export function addsIndex(stamp: string, table: string, name: string, { on, unique = false }: Index) {
  return class implements MigrationInterface {
    readonly name = `Index_${name}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.createIndex(table, new TableIndex({ name, columnNames: on, isUnique: unique }));
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.dropIndex(table, name);
    }
  };
}

/** A migration that drops one index; going back, it is there again. */
export function dropsIndex(stamp: string, table: string, name: string, index: Index) {
  const Adds = addsIndex(stamp, table, name, index);
  return class implements MigrationInterface {
    readonly name = `Drop_${name}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await new Adds().down(runner);
    }

    async down(runner: QueryRunner): Promise<void> {
      await new Adds().up(runner);
    }
  };
}

export function renamesColumn(stamp: string, table: string, from: string, to: string) {
  return class implements MigrationInterface {
    readonly name = `Rename_${table}_${from}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.renameColumn(table, from, to);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.renameColumn(table, to, from);
    }
  };
}

/** A migration that drops one column; going back, it is there again and empty. */
export function dropsColumn(stamp: string, table: string, name: string, column: Column) {
  return class implements MigrationInterface {
    readonly name = `Drop_${table}_${name}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.dropColumn(table, name);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.addColumn(table, new TableColumn({ name, ...column, isNullable: true }));
    }
  };
}

/** A migration of one statement that both engines understand alike. */
export function states(stamp: string, what: string, up: string, down: string) {
  return class implements MigrationInterface {
    readonly name = `${what}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(up);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(down);
    }
  };
}

/** A migration that computes columns of the rows that are there already; going back, nothing is left to do. */
export function fills<Row extends { id: string }>(
  stamp: string,
  table: string,
  from: readonly (keyof Row & string)[],
  compute: (row: Row) => Readonly<Record<string, string | number | null>>,
) {
  return class implements MigrationInterface {
    readonly name = `Fill_${table}_${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      for (let last = ''; ;) {
        const columns = ['id', ...from].join(', ');
        const query = `SELECT ${columns} FROM ${table} WHERE id > ? ORDER BY id LIMIT 1000`;
        const rows = (await runner.query(query, [last])) as Row[];
        for (const row of rows) {
          const values = compute(row);
          const sets = Object.keys(values).map((column) => `${column} = ?`);
          const sql = `UPDATE ${table} SET ${sets.join(', ')} WHERE id = ?`;
          await runner.query(sql, [...Object.values(values), row.id]);
        }
        if (rows.length === 0) return;
        last = rows.at(-1)!.id;
      }
    }

    async down(): Promise<void> {}
  };
}
