import { startOf, type Day } from '../calendar/days.rules';

/** MariaDB gives a raw DATE as an instant at midnight UTC, SQLite as its text. */
export function dayText(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** MariaDB gives a raw instant as a Date, SQLite as its text in UTC. */
export function instantOf(value: Date | string): Date {
  return value instanceof Date ? value : new Date(`${value.replace(' ', 'T').replace(/Z$/, '')}Z`);
}

/** A day's beginning in Shanghai, as both engines compare it with a stored instant. */
export function beginningOf(day: Day): string {
  return startOf(day).toISOString().replace('T', ' ').replace('Z', '');
}
