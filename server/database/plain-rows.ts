import { dayText, instantOf } from './raw-values';
import { statement } from './statement';
import type { DataSource, Driver, EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/**
 * Reading and adding rows on hot paths: the columns, types and values of the entities, without building a query anew for
 * each request, which costs several times what the statement itself does.
 */
type Where<Row> = { readonly [Key in keyof Row]?: Row[Key] | readonly Row[Key][] };

/** The rows whose columns have these values; a list means one of its values. `tail` is SQL behind the conditions, with its values. */
export async function readRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  where: Where<Row>,
  tail = '',
  tailValues: readonly unknown[] = [],
): Promise<Row[]> {
  const plan = planOf(manager, entity);
  const { conditions, values } = conditionsOf(plan, where);
  const found = await statement<Record<string, unknown>[]>(
    manager,
    `${plan.select} WHERE ${conditions} ${tail}`,
    [...values, ...tailValues],
  );
  return found.map((raw) => hydrated(manager, entity, raw));
}

/** Of the same rows only these columns, for lists of hundreds of which little is wanted: texts and numbers alone. */
export async function readSome<Row extends ObjectLiteral, Name extends keyof Row & string>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  names: readonly Name[],
  where: Where<Row>,
): Promise<Pick<Row, Name>[]> {
  const plan = planOf(manager, entity);
  const { conditions, values } = conditionsOf(plan, where);
  const columns = names.map((name) => {
    const column = plan.columnOf.get(name)!;
    if (!asTheyAre.has(String(column.type)))
      throw new Error(`${name} needs a conversion: read the whole row`);
    return `${plan.driver.escape(column.databaseName)} AS ${plan.driver.escape(name)}`;
  });
  return statement(manager, `SELECT ${columns.join(', ')} FROM ${plan.table} WHERE ${conditions}`, values);
}

function conditionsOf<Row extends ObjectLiteral>({ columnOf, driver }: Plan, where: Where<Row>) {
  const values: unknown[] = [];
  const conditions = Object.entries(where).map(([name, wanted]) => {
    const column = columnOf.get(name)!;
    const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    values.push(...list.map((value) => driver.preparePersistentValue(value, column) as unknown));
    return `${driver.escape(column.databaseName)} IN (${list.map(() => '?').join(', ')})`;
  });
  return { conditions: conditions.join(' AND '), values };
}

/** Adds one row; every column must be given. */
export async function addRow<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  row: Row,
): Promise<void> {
  await addRows(manager, entity, [row]);
}

/** Adds rows in one statement; every column must be given. Both engines take 30,000 values at once. */
export async function addRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  const { fields, insert, one, takesLists } = planOf(manager, entity);
  const values = rows.map((row) =>
    fields.map(({ property, prepare }): unknown => (prepare ? prepare(row[property]) : row[property])),
  );
  if (takesLists) await statement(manager, `${insert} ?`, [values]);
  else await statement(manager, `${insert} ${rows.map(() => one).join(', ')}`, values.flat());
}

/** A row as the driver gave it, as the entity describes it; `prefix` is what a query builder puts before each column. */
export function hydrated<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  raw: Readonly<Record<string, unknown>>,
  prefix = '',
): Row {
  const row: Record<string, unknown> = {};
  for (const { property, name, convert } of planOf(manager, entity).fields) {
    const value = raw[`${prefix}${name}`];
    row[property] = convert ? convert(value) : value;
  }
  return row as Row;
}

interface Plan {
  readonly driver: Driver;
  /** Escaped. */
  readonly table: string;
  /** `SELECT … FROM …`, without conditions. */
  readonly select: string;
  /** `INSERT INTO … VALUES`, without the rows; `one` is the marks of one row. */
  readonly insert: string;
  readonly one: string;
  /** Whether the driver writes a list of rows by itself, for one mark: far quicker than a mark for each value. */
  readonly takesLists: boolean;
  /** What an entity is made of; a text or a number needs no conversion, either way. */
  readonly fields: readonly {
    readonly property: string;
    readonly name: string;
    readonly convert: ((value: unknown) => unknown) | undefined;
    readonly prepare: ((value: unknown) => unknown) | undefined;
  }[];
  readonly columnOf: ReadonlyMap<string, EntityMetadata['columns'][number]>;
}

/** Column types whose values both drivers give as they are. */
const asTheyAre: ReadonlySet<string> = new Set(['varchar', 'int', 'text']);

function conversionOf(driver: Driver, column: EntityMetadata['columns'][number]) {
  const type = String(column.type);
  if (asTheyAre.has(type)) return undefined;
  if (type === 'date') return (value: unknown) => (value === null ? null : dayText(value));
  if (type === 'datetime')
    return (value: unknown) => (value === null ? null : instantOf(value as Date | string));
  return (value: unknown) => driver.prepareHydratedValue(value, column) as unknown;
}

function preparationOf(driver: Driver, column: EntityMetadata['columns'][number], isMysql: boolean) {
  if (asTheyAre.has(String(column.type)) && column.transformer === undefined) return undefined;
  if (isMysql && column.type === 'datetime' && column.transformer === undefined) return instantWriter();
  return (value: unknown) => driver.preparePersistentValue(value, column) as unknown;
}

/** Writes instants as the driver does, but not part by part; rows added together mostly have one and the same. */
function instantWriter() {
  let [time, text] = [NaN, ''];
  return (value: unknown) => {
    if (!(value instanceof Date)) return value;
    if (value.getTime() !== time) [time, text] = [value.getTime(), value.toISOString().slice(0, -1)];
    return text;
  };
}

const plans = new WeakMap<DataSource, Map<unknown, Plan>>();

/** What is the same for every row of an entity, made once for each data source. */
function planOf<Row extends ObjectLiteral>({ dataSource }: EntityManager, entity: EntityTarget<Row>): Plan {
  const known = plans.get(dataSource) ?? new Map<unknown, Plan>();
  plans.set(dataSource, known);
  const plan = known.get(entity) ?? makePlan(dataSource, entity);
  known.set(entity, plan);
  return plan;
}

function makePlan<Row extends ObjectLiteral>(dataSource: DataSource, entity: EntityTarget<Row>): Plan {
  const { driver } = dataSource;
  const isMysql = dataSource.options.type !== 'better-sqlite3';
  const metadata = dataSource.getMetadata(entity);
  const columns = metadata.columns.map((column) => driver.escape(column.databaseName)).join(', ');
  const table = driver.escape(metadata.tableName);
  return {
    driver,
    table,
    select: `SELECT ${columns} FROM ${table}`,
    insert: `INSERT INTO ${table} (${columns}) VALUES`,
    takesLists: isMysql,
    one: `(${metadata.columns.map(() => '?').join(', ')})`,
    fields: metadata.columns.map((column) => ({
      property: column.propertyName,
      name: column.databaseName,
      convert: conversionOf(driver, column),
      prepare: preparationOf(driver, column, isMysql),
    })),
    columnOf: new Map(metadata.columns.map((column) => [column.propertyName, column])),
  };
}
