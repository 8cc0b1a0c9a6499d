import { BadInstance } from '../bad-instance';

/** The forms a field may have. Each throws a `BadInstance` that names the field and what stands there instead. */

export type Fields = Readonly<Record<string, unknown>>;

/** An object with all of the wanted fields and none but those and the optional ones. */
export function fieldsOf(
  value: unknown,
  wanted: readonly string[],
  optional: readonly string[] = [],
): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadInstance(
      `expected an object with ${[...wanted, ...optional].join(', ')}, not ${show(value)}`,
    );
  }
  for (const name of Object.keys(value)) {
    if (!wanted.includes(name) && !optional.includes(name)) throw new BadInstance(`unknown field "${name}"`);
  }
  for (const name of wanted) if (!Object.hasOwn(value, name)) throw new BadInstance(`${name} is missing`);
  return value as Fields;
}

export function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new BadInstance(`${name} must be a text that is not empty, not ${show(value)}`);
}

/** A whole number that JavaScript holds exactly. */
export function whole(value: unknown, name: string): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw new BadInstance(`${name} must be a whole number, not ${show(value)}`);
}

export function count(value: unknown, name: string): number {
  if (whole(value, name) >= 0) return value as number;
  throw new BadInstance(`${name} must not be negative, but is ${show(value)}`);
}

export function array(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new BadInstance(`${name} must be a list, not ${show(value)}`);
}

export function texts(value: unknown, name: string): readonly string[] {
  const items = array(value, name);
  for (let at = 0; at < items.length; at++) {
    if (typeof items[at] !== 'string' || items[at] === '') text(items[at], `${name}[${at}]`);
  }
  return items as readonly string[];
}

/** Texts of which none stands twice. */
export function distinctTexts(value: unknown, name: string): readonly string[] {
  const items = texts(value, name);
  const repeated = items.find((item, at) => items.indexOf(item) < at);
  if (repeated !== undefined) throw new BadInstance(`${name} repeats "${repeated}"`);
  return items;
}

function show(value: unknown): string {
  if (typeof value === 'number' || value === undefined) return String(value);
  const shown = JSON.stringify(value) ?? typeof value;
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
