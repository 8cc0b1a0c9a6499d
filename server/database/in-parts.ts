/** A long list in parts of so many: a statement takes only so many values. */
export function inParts<T>(list: readonly T[], atOnce: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < list.length; from += atOnce) parts.push(list.slice(from, from + atOnce));
  return parts;
}
