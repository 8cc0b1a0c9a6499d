/** What a check of contents finds: nothing, something a person must look at, or what must not be shown. */
export type Verdict = 'pass' | 'review' | 'risky';

const inOrder: readonly Verdict[] = ['pass', 'review', 'risky'];

/** Of several parts the worst counts; nothing at all passes. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return inOrder[Math.max(0, ...verdicts.map((one) => inOrder.indexOf(one)))]!;
}

/** The text in parts of at most so many characters, no character cut in two; none of an empty text. */
export function codePoints(text: string, most: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of text) {
    if (part.length + character.length > most) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? parts : [...parts, part];
}
