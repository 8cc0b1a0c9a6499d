/** A text as it is searched: of one width, in small letters, parted by whatever is neither letter nor digit. */
export function runsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((run) => run !== '');
}

/** The same as one text. A word is in it exactly when it is inside one of its runs. */
export function plainText(texts: readonly string[]): string {
  return texts.flatMap(runsOf).join(' ');
}

/** Every letter of a plain text and every two that stand side by side, each once, as keys. */
export function wordsOf(plain: string): string[] {
  const words = new Set<string>();
  for (const run of plain.split(' ')) {
    const letters = [...run];
    letters.forEach((letter, place) => {
      words.add(keyOf(letter));
      const after = letters[place + 1];
      if (after !== undefined) words.add(keyOf(letter + after));
    });
  }
  return [...words];
}

const mostTerms = 4;
const mostWordsOfATerm = 3;

export interface Search {
  /** Keys that every text found has. */
  readonly words: readonly string[];
  /** What must then still be looked for in the text itself, since the keys do not say in which order they stand. */
  readonly contains: readonly string[];
}

/** How to find what somebody typed; undefined where she typed nothing that can be found. */
export function searchFor(typed: string): Search | undefined {
  const terms = [...new Set(runsOf(typed))].slice(0, mostTerms);
  if (terms.length === 0) return undefined;
  return {
    words: [...new Set(terms.flatMap(wordsToFind))],
    contains: terms.filter((term) => [...term].length > 2),
  };
}

/** Pairs that cover the term from its beginning, and its last pair; a term of one letter is found by the letter. */
function wordsToFind(term: string): string[] {
  const letters = [...term];
  if (letters.length === 1) return [keyOf(term)];
  const pairAt = (place: number) => keyOf(letters.slice(place, place + 2).join(''));
  const places = [0, 2].filter((place) => place + 2 < letters.length);
  return [...places.slice(0, mostWordsOfATerm - 1), letters.length - 2].map(pairAt);
}

/** Letters by their code points: no collation of a database takes two of them for one. */
function keyOf(letters: string): string {
  return [...letters].map((letter) => letter.codePointAt(0)!.toString(16)).join('.');
}
