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

/**
 * Pairs of the term: all of a short one, else two from its beginning and its last. The more of them, the fewer texts are
 * left to be looked through. A term of one letter is found by the letter.
 */
function wordsToFind(term: string): string[] {
  const letters = [...term];
  if (letters.length === 1) return [keyOf(term)];
  const last = letters.length - 2;
  const places = last < mostWordsOfATerm ? letters.map((_, place) => place).slice(0, last + 1) : [0, 2, last];
  return places.map((place) => keyOf(letters.slice(place, place + 2).join('')));
}

/** Letters by their code points: no collation of a database takes two of them for one. */
function keyOf(letters: string): string {
  return [...letters].map((letter) => letter.codePointAt(0)!.toString(16)).join('.');
}
