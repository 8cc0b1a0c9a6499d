import { pinyin } from 'pinyin-pro';

/** The first letters of a name as it is spoken: 王秀英 → `wxy`, 单丹 → `sd`. What has no sound is left out. */
export function initialsOf(name: string): string {
  return syllables(name)
    .map(([first = '']) => first)
    .join('');
}

/** A name as it is spoken, without tones: 王秀英 and 王秀瑛 → `wang xiu ying`. */
export function soundOf(name: string): string {
  return syllables(name).join(' ');
}

/** Names come again and again in a register, and speaking one takes longer than all else that is done with it. */
const spoken = new Map<string, readonly string[]>();
const mostSpoken = 20_000;

function syllables(name: string): readonly string[] {
  const known = spoken.get(name);
  if (known) return known;
  if (spoken.size >= mostSpoken) spoken.clear();
  const said = speak(name);
  spoken.set(name, said);
  return said;
}

function speak(name: string): string[] {
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z]/g, ''))
    .filter((syllable) => syllable !== '');
}
