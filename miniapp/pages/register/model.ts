import { consentWords } from '../../../server/women/women.rules';
import type { components } from '../../api/schema';

export interface RegisterDraft {
  readonly name: string;
  readonly phone: string;
  /** In place of a typed phone: the number that WeChat told. */
  readonly phoneProof?: string;
  readonly villageCode: string;
  readonly agrees: boolean;
}

/** What can be sent, or the first thing that is missing, in words for the button. The server decides in the end. */
export function entryOf(draft: RegisterDraft): {
  entry?: components['schemas']['RegisterWomanDto'];
  missing?: string;
} {
  const name = draft.name.trim();
  if (name === '') return { missing: '请填姓名' };
  if (draft.villageCode === '') return { missing: '请选到村' };
  if (draft.phone !== '' && !/^1[3-9]\d{9}$/.test(draft.phone)) return { missing: '手机号要十一位' };
  if (!draft.agrees) return { missing: '请点“同意”' };
  const { villageCode, phone, phoneProof } = draft;
  return {
    entry: {
      name,
      villageCode,
      agrees: true,
      consentWords: consentWords.version,
      ...(phoneProof ? { phoneProof } : phone ? { phone } : {}),
    },
  };
}
