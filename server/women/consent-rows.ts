import { newId } from '../database/new-id';
import { consentPurposes } from './consents.rules';
import type { Consent } from './woman.entity';

/** A row of consent in today's words. Writes nothing, and needs no server: a thread makes thousands of them. */
export function consentRow(
  { womanId, purpose, given, isWithdrawal }: Pick<Consent, 'womanId' | 'purpose' | 'given' | 'isWithdrawal'>,
  enteredById: string,
  givenAt: Date,
): Consent {
  const words = consentPurposes[purpose].version;
  return { id: newId(), womanId, purpose, words, given, isWithdrawal, givenAt, enteredById };
}
