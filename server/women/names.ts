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

function syllables(name: string): string[] {
  return pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z]/g, ''))
    .filter((syllable) => syllable !== '');
}
