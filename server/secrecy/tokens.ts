import { createHash, randomBytes } from 'node:crypto';

/** 256 bits of chance: nobody guesses it, so a plain hash of it is enough to keep. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Without the letters and digits that are taken for one another. */
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Ten letters that a person can read out and type, 49 bits: `K7QMD-2XHRA`. To be kept as a keyed hash only. */
export function newCode(): string {
  const code = Array.from({ length: 10 }, letterByChance).join('');
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** The same code however it was typed: small letters, spaces, without the stroke. */
export function tidyCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function letterByChance(): string {
  for (;;) {
    // Bytes beyond a whole number of alphabets would favour its first letters.
    const [byte = 0] = randomBytes(1);
    if (byte < 240) return letters[byte % letters.length]!;
  }
}
