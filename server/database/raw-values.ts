/** MariaDB gives a raw DATE as an instant at midnight UTC, SQLite as its text. */
export function dayText(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** MariaDB gives a raw instant as a Date, SQLite as its text in UTC. */
export function instantOf(value: Date | string): Date {
  return value instanceof Date ? value : new Date(`${value.replace(' ', 'T').replace(/Z$/, '')}Z`);
}
