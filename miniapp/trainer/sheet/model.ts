import { isAttended, standingNames, type Standing } from '../../../server/attendance/attendance.rules';
import type { components } from '../../api/schema';

export type Sheet = components['schemas']['SheetView'];
export type SheetRow = components['schemas']['SheetRowView'];

export const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** A key pressed: a digit behind the others, or the last one taken back. A number has at most three. */
export function pressed(typed: string, key: string): string {
  if (key === 'back') return typed.slice(0, -1);
  return /^\d$/.test(key) && typed.length < 3 ? `${typed}${key}`.replace(/^0+/, '') : typed;
}

/** What has been entered on this screen lies over what the server knew. */
export type Entered = ReadonlyMap<string, Standing>;

export function standingIn(row: SheetRow, entered: Entered): Standing | null {
  return entered.get(row.womanId) ?? row.standing;
}

export function rowNumbered({ rows }: Sheet, typed: string): SheetRow | undefined {
  return rows.find(({ number }) => String(number) === typed);
}

/** Rows of which nobody has said anything yet. */
export function openRows({ rows }: Sheet, entered: Entered): SheetRow[] {
  return rows.filter((row) => standingIn(row, entered) === null);
}

/** 到了28人，没记的2人。 */
export function sayProgress(sheet: Sheet, entered: Entered): string {
  const standings = sheet.rows.map((row) => standingIn(row, entered));
  const came = standings.filter((standing) => isAttended(standing)).length;
  const open = standings.filter((standing) => standing === null).length;
  return open === 0 ? `到了${came}人，都记好了` : `到了${came}人，还有${open}人没记`;
}

export function sayRow({ number, name }: SheetRow, standing: Standing): string {
  return `${number}号 ${name} ${standingNames[standing]}`;
}
