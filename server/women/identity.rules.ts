import type { Refused } from '../http/refusals';
import { isDay, type Day } from '../calendar/days.rules';

/** What an identity number of a woman says. */
export interface IdentityFacts {
  /** Eighteen characters, without spaces, the last a digit or a capital X. */
  readonly identity: string;
  readonly bornOn: Day;
}

/** ISO 7064 MOD 11-2, as GB 11643 asks for it: the weights of the first seventeen digits, and the check by remainder. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = '10X98765432';

/** Nobody alive is older than this. */
const oldestYears = 120;

/** As it was typed or pasted: full-width digits, spaces, strokes and a small x are what people write. */
export function tidyIdentity(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/**
 * Reads the identity number of a woman. `today` bounds her birth date. A number that a spreadsheet has rounded
 * (`2.30129E+17`, or fifteen digits and three noughts) is refused with that reason: its last digits are lost.
 */
export function readIdentity(text: string, today: Day): IdentityFacts | Refused {
  const identity = tidyIdentity(text);
  if (/^\d(\.\d+)?E\+?\d+$/.test(identity)) return { refused: 'identity.rounded' };
  if (!/^\d{17}[\dX]$/.test(identity)) return { refused: 'identity.digits' };
  if (checkOf(identity) !== identity[17])
    return { refused: identity.endsWith('000') ? 'identity.rounded' : 'identity.check' };
  const bornOn = `${identity.slice(6, 10)}-${identity.slice(10, 12)}-${identity.slice(12, 14)}`;
  const oldest = `${Number(today.slice(0, 4)) - oldestYears}${today.slice(4)}`;
  if (!isDay(bornOn) || bornOn > today || bornOn < oldest) return { refused: 'identity.birth' };
  if (Number(identity[16]) % 2 === 1) return { refused: 'identity.sex' };
  return { identity, bornOn };
}

/** The eighteenth character that belongs to the first seventeen digits. */
export function checkOf(identity: string): string {
  return checks[weights.reduce((sum, weight, place) => sum + weight * Number(identity[place]), 0) % 11]!;
}
