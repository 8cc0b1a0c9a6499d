import type { Family } from '../../../server/needs/families.rules';
import { consentWords } from '../../../server/women/women.rules';
import type { components } from '../../api/schema';

/** What the trainer has typed and tapped so far. */
export interface NewFile {
  readonly name: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly phone: string;
  readonly wishes?: Family | undefined;
  readonly agrees: boolean;
}

/** From two letters on the register is searched: one letter names half a county. */
export function isSearched(name: string): boolean {
  return [...name].length >= 2;
}

/** The file as it is sent, or undefined while something is missing or half typed. */
export function fileOf(draft: NewFile): components['schemas']['NewFileDto'] | undefined {
  const { villageCode, phone, wishes, agrees } = draft;
  const name = draft.name.trim();
  const isPhone = phone === '' || /^1[3-9]\d{9}$/.test(phone);
  if (name === '' || villageCode === '' || !agrees || !isPhone) return undefined;
  return {
    ...{ name, villageCode, agrees, consentWords: consentWords.version },
    ...(phone ? { phone } : {}),
    ...(wishes ? { wishes } : {}),
  };
}
