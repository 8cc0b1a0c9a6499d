/** County, year, and letters that nobody guesses: `230129-2026-K7QMD-2XHRA`. */
export function numberOf(countyCode: string, completedOn: string, code: string): string {
  return `${countyCode}-${completedOn.slice(0, 4)}-${code}`;
}

/** The same number however it was typed: small letters, spaces, without strokes; undefined for what is none. */
export function tidyNumber(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const [, county, year, first, second] = /^(\d{6})(\d{4})([A-Z0-9]{5})([A-Z0-9]{5})$/.exec(letters) ?? [];
  return county && `${county}-${year}-${first}-${second}`;
}
