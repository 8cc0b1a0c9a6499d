/** The one order of ids, by UTF-16 code units: the same on every machine and in every language. */
export function byId(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The rows in the order of their ids; the same array when they stand so already, as from a database. */
export function inIdOrder<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  const isInOrder = rows.every((row, at) => at === 0 || rows[at - 1]!.id <= row.id);
  return isInOrder ? rows : [...rows].sort((one, other) => byId(one.id, other.id));
}
