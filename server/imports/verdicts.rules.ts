import { likenessOf, type IdentityTraits, type Reason } from '../duplicates/near.rules';
import type { Fault } from './rows.rules';

/** What becomes of a row. A near match is written only when an officer says that it is another woman. */
export const verdicts = ['new', 'same', 'near', 'wrong'] as const;
export type Verdict = (typeof verdicts)[number];

/** Of each row of a part, as it is kept: short, since there are tens of thousands. */
export interface Judged {
  /** The row's number in the file. */
  readonly n: number;
  readonly v: Verdict;
  readonly faults?: readonly Fault[];
  /** Files that may be hers, or are. */
  readonly known?: readonly string[];
  /** Of a near match: what is alike. */
  readonly why?: readonly Reason[];
  /** An earlier row of the same file that may be the same woman. */
  readonly row?: number;
  /** An officer says that a near match is another woman: it is written. */
  readonly isAnother?: true;
}

/**
 * One file beside a row: the same woman, perhaps the same and why, or another. Without an identity number the same name,
 * village and phone are one woman; all else that is alike is for an officer to say.
 */
export function compare(row: IdentityTraits, file: IdentityTraits): 'same' | 'other' | readonly Reason[] {
  if (row.identityMark !== null && row.identityMark === file.identityMark) return 'same';
  if (row.identityMark !== null && file.identityMark !== null) return 'other';
  const isOnePlace = row.name === file.name && row.villageCode === file.villageCode;
  if (isOnePlace && row.phoneMark !== null && row.phoneMark === file.phoneMark) return 'same';
  return likenessOf(row, file)?.why ?? 'other';
}

/** Whether a row is written when the import is confirmed. */
export function isTaken({ v, isAnother }: Judged): boolean {
  return v === 'new' || (v === 'near' && isAnother === true);
}

/** Whether a row comes back to be mended: with what is wrong, or with the file that may be hers. */
export function isLeftOut(judged: Judged): boolean {
  return judged.v === 'wrong' || (judged.v === 'near' && !isTaken(judged));
}
