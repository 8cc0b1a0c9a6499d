import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';

/** Noto Sans SC (SIL Open Font License): every letter of the table of standard characters (通用规范汉字表, 2013). */
const files = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;

export type Weight = keyof typeof files;
export const weights = Object.keys(files) as Weight[];

const read = new Map<Weight, Buffer>();

/** The bytes of a font, read once. */
export function fontOf(weight: Weight): Buffer {
  const known = read.get(weight);
  if (known) return known;
  const bytes = readFileSync(require.resolve(files[weight]));
  read.set(weight, bytes);
  return bytes;
}

let glyphs: { hasGlyphForCodePoint(codePoint: number): boolean } | undefined;

/** Whether the font can draw this letter. */
export function canDraw(letter: string): boolean {
  glyphs ??= fontkit.create(fontOf('regular')) as fontkit.Font;
  return glyphs.hasGlyphForCodePoint(letter.codePointAt(0)!);
}

/** In the place of a letter that no font has: a box to be filled in by hand, as registries do. */
export const boxToFill = '□';

/** The text as it can be drawn, and the letters that must be written by hand. */
export function drawable(text: string): { text: string; byHand: string[] } {
  const byHand: string[] = [];
  const drawn = [...text].map((letter) => {
    if (canDraw(letter)) return letter;
    byHand.push(letter);
    return boxToFill;
  });
  return { text: drawn.join(''), byHand };
}
