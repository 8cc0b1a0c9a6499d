/** What our QR codes say, so that the mini-program knows which page one belongs to. */
const kinds = {
  invitation: /^[A-Za-z0-9-]{5,40}$/,
  'sign-in': /^[0-9a-f-]{36}$/,
  /** The code on a trainer's screen. */
  'check-in': /^[0-9a-f.-]{60,120}$/,
  /** A woman's paper card: the id of her file, which tells nothing to anybody else. */
  card: /^[0-9a-f-]{36}$/,
  /** A printed register. */
  sheet: /^[0-9a-f-]{36}$/,
} as const;

export type ScanKind = keyof typeof kinds;

export interface Scan {
  readonly kind: ScanKind;
  readonly value: string;
}

export function writeScan(kind: ScanKind, value: string): string {
  return `jinguo:${kind}:${value}`;
}

/** What was scanned, or undefined for a code that is not ours. */
export function readScan(text: string): Scan | undefined {
  const [, kind, value] = /^jinguo:([a-z-]+):(.+)$/.exec(text.trim()) ?? [];
  const known = (Object.keys(kinds) as ScanKind[]).find((one) => one === kind);
  return known && value !== undefined && kinds[known].test(value) ? { kind: known, value } : undefined;
}
