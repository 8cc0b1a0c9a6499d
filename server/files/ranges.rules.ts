/** Part of a file, both ends within it. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Which part of a file is asked for (RFC 9110, 14.2): players go to the middle of a recording by it, and those of iPhones
 * play nothing without it. Several parts at once, or what is no range of bytes, may be answered with the whole file.
 *
 * @returns undefined for the whole file; `none` where nothing of the file lies in the range.
 */
export function rangeOf(header: string | undefined, size: number): Range | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < from) return undefined;
  return from < size && from <= to ? { from, to } : 'none';
}
