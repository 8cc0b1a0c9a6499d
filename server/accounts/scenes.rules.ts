/**
 * What a mini-program code (小程序码) carries: at most 32 visible characters, so an id of ours is written in 22 of them.
 * The code opens the first page, which goes on to what it names.
 */
const letters = { batch: 'b', article: 'a' } as const;

export type SceneKind = keyof typeof letters;

export interface Scene {
  readonly kind: SceneKind;
  readonly id: string;
}

export function writeScene({ kind, id }: Scene): string {
  return `${letters[kind]}.${shortId(id)}`;
}

/** What a code names, or undefined for one that is not ours. */
export function readScene(scene: string): Scene | undefined {
  const [, letter, short = ''] = /^([a-z])\.([A-Za-z0-9_-]{22})$/.exec(scene) ?? [];
  const kind = (Object.keys(letters) as SceneKind[]).find((one) => letters[one] === letter);
  return kind && { kind, id: wholeId(short) };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const bitsOfAnId = 128;
const bitsOfALetter = 6;

/** 128 bits in 22 characters, six bits each, filled up with zeros: base64url without its padding. */
function shortId(id: string): string {
  const bits = bitsOf(id.replace(/-/g, '')).padEnd(22 * bitsOfALetter, '0');
  return (bits.match(/.{6}/g) ?? []).map((six) => alphabet.charAt(parseInt(six, 2))).join('');
}

function wholeId(short: string): string {
  const bits = Array.from(short, (letter) => alphabet.indexOf(letter).toString(2).padStart(6, '0')).join('');
  const four = bits.slice(0, bitsOfAnId).match(/.{4}/g) ?? [];
  const hex = four.map((one) => parseInt(one, 2).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function bitsOf(hex: string): string {
  return Array.from(hex, (digit) => parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
}
