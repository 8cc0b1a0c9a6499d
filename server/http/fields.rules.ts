/** A person's name: letters of any script and the middle dot, one to thirty. */
export function isName(text: string): boolean {
  return /^[\p{L}·. ]{1,30}$/u.test(text) && /\p{L}/u.test(text);
}

/** As it was typed or pasted: full-width digits, spaces and strokes between them are what people write. */
export function tidyPhone(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}

/** A mobile number of the mainland: eleven digits from 13 to 19. */
export function isPhone(text: string): boolean {
  return /^1[3-9]\d{9}$/.test(text);
}

/** A number that can be called: a mobile one, or that of an office with its area code, `045156781234`. */
export function isCallable(text: string): boolean {
  return isPhone(text) || /^0(10|2\d|[3-9]\d{2})\d{7,8}$/.test(text);
}
