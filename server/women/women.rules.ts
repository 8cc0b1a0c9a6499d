import { consentPurposes } from './consents.rules';

/** The words she agrees to when her file is opened. */
export const consentWords = consentPurposes.needs;

/** The youngest who opens a file by herself; younger girls need a guardian (PIPL art. 31). */
export const youngest = 14;

/** The smallest page of women that a list shows, and the largest it gives. */
export const pageSizes = { standard: 30, largest: 100 } as const;
