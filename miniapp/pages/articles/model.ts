import type { components } from '../../api/schema';

type Article = components['schemas']['ArticleSummaryView'];

/** What is asked of the server: with words all that say them, without them what concerns the place first. */
export function questionOf(kind: string, words: string, region: string) {
  const said = words.trim();
  return {
    ...(kind !== '' && { kind: kind as Article['kind'] }),
    ...(said !== '' ? { words: said } : region !== '' && { region }),
  };
}

/** Under which name the phone keeps a list; what somebody looked for is not kept. */
export function keptAs(words: string): string | undefined {
  return words.trim() === '' ? 'articles' : undefined;
}

export function sayNothing(words: string): string {
  return words.trim() === '' ? '这里还没有内容。' : `没有找到“${words.trim()}”。换个词试试，一个字也行。`;
}
