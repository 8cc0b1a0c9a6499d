import { isPhone } from '../../../server/http/fields.rules';
import type { Family } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Trainer = Schemas['TrainerFileView'];

export interface TrainerDraft {
  readonly name: string;
  readonly speciality: string;
  /** What she can teach; nothing means what she has taught before. */
  readonly families?: readonly Family[];
  /** '' keeps the number that is known. */
  readonly phone: string;
}

export const blankTrainer: TrainerDraft = { name: '', speciality: '', phone: '' };

export function draftFrom({ name, speciality, families }: Trainer): TrainerDraft {
  return { ...blankTrainer, name, speciality, families };
}

/** What can be sent, or the first thing that is missing. */
export function entryOf({ name, speciality, families, phone }: TrainerDraft): {
  entry?: Schemas['TrainerDto'];
  missing?: string;
} {
  if (name.trim() === '') return { missing: '请填姓名' };
  if (speciality.trim() === '') return { missing: '请填教什么' };
  if (phone !== '' && !isPhone(phone)) return { missing: '手机号要11位' };
  return {
    entry: {
      ...{ name: name.trim(), speciality: speciality.trim() },
      ...(families && { families: [...families] }),
      ...(phone && { phone }),
    },
  };
}

/** 柳编、钩织 · 138****5678 · 还有2个班 */
export function sayTrainer({ speciality, phone, batchesAhead }: Trainer): string {
  return [
    speciality,
    phone ?? '没留电话',
    batchesAhead > 0 ? `还有${batchesAhead}个班` : '没有要上的班',
  ].join(' · ');
}

/** Those who teach first, then those who retired. */
export function inUseFirst<Kept extends { readonly isRetired: boolean }>(kept: readonly Kept[]): Kept[] {
  return [...kept].sort((a, b) => Number(a.isRetired) - Number(b.isRetired));
}
