import { educations, relations, type Education, type Relation } from '../../../server/women/profile.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Profile = Schemas['ProfileView'];

/** What an editor types. A number is masked until it is typed anew, so an empty one changes nothing. */
export interface ProfileDraft {
  readonly name: string;
  readonly phone: string;
  readonly identity: string;
  readonly bornInYear: string;
  readonly householdCode: string;
  readonly relation: Relation | null;
  readonly education: Education | null;
  readonly healthLimits: string;
  readonly notes: string;
  readonly isRegisteredPoor: boolean;
  readonly povertySource: string;
  readonly povertyAsOf: string;
}

export function draftOf(profile: Profile): ProfileDraft {
  const { name, relation, education, isRegisteredPoor } = profile;
  return {
    ...{ name, relation, education, isRegisteredPoor, phone: '', identity: '' },
    bornInYear: profile.bornInYear?.toString() ?? '',
    householdCode: profile.householdCode ?? '',
    healthLimits: profile.healthLimits ?? '',
    notes: profile.notes ?? '',
    povertySource: profile.povertySource ?? '',
    povertyAsOf: profile.povertyAsOf ?? '',
  };
}

/** What is sent: only what the editor changed, from the revision that she saw. */
export function editOf(profile: Profile, draft: ProfileDraft): Schemas['EditProfileDto'] {
  const before = draftOf(profile);
  const changed = <Key extends keyof ProfileDraft>(key: Key) => draft[key] !== before[key];
  const isPovertyNew = changed('isRegisteredPoor') || changed('povertySource') || changed('povertyAsOf');
  return {
    beganFrom: profile.revision,
    ...(changed('name') && { name: draft.name.trim() }),
    ...(draft.phone.trim() !== '' && { phone: draft.phone.trim() }),
    ...(draft.identity.trim() !== '' && { identity: draft.identity.trim() }),
    ...(changed('bornInYear') && { bornInYear: draft.bornInYear === '' ? null : Number(draft.bornInYear) }),
    ...(changed('householdCode') && { householdCode: draft.householdCode.trim() || null }),
    ...(changed('relation') && { relation: draft.relation }),
    ...(changed('education') && { education: draft.education }),
    ...(changed('healthLimits') && { healthLimits: draft.healthLimits.trim() || null }),
    ...(changed('notes') && { notes: draft.notes.trim() || null }),
    ...(isPovertyNew && {
      poverty: {
        isRegisteredPoor: draft.isRegisteredPoor,
        source: draft.povertySource.trim(),
        asOf: draft.povertyAsOf,
      },
    }),
  };
}

/** What is known of her, name by value; what is not known is said too, so that it can be asked. */
export function linesOf(profile: Profile): readonly (readonly [name: string, value: string])[] {
  const { bornOn, bornInYear, relation, education, isRegisteredPoor, povertySource, povertyAsOf } = profile;
  return [
    ['村', profile.villageName],
    ['出生', bornOn ?? (bornInYear === null ? '没登记' : `${bornInYear}年`)],
    ['户编号', profile.householdCode ?? '没登记'],
    ['与户主关系', relation === null ? '没登记' : relations[relation]],
    ['文化程度', education === null ? '没登记' : educations[education]],
    ['健康情况', profile.healthLimits ?? (profile.mayKeepHealth ? '没登记' : '她没有同意登记')],
    ['建档立卡', isRegisteredPoor ? `在册 · ${povertySource ?? ''} ${povertyAsOf ?? ''}` : '不在册'],
    ['备注', profile.notes ?? '无'],
  ];
}

/** As one line of her history: 手机号 139****0987 → 137****1111 */
export function sayChange({ fieldName, before, after }: Schemas['WomanChangeView']): string {
  if (before === null && after === null) return fieldName;
  return `${fieldName} ${before ?? '空'} → ${after ?? '空'}`;
}

/** Why a woman lives in another village now, to tap instead of typing. */
export const relocationReasons = ['嫁过去了', '搬家了', '村合并了', '登记错了'] as const;

/** Whether enough is said to take her file to another village. */
export function mayRelocate(
  profile: Pick<Profile, 'villageCode'>,
  villageCode: string,
  reason: string,
): boolean {
  return villageCode !== '' && villageCode !== profile.villageCode && reason.trim().length >= 2;
}

/** What a whole number may be wanted for, to tap instead of typing. */
export const revealPurposes = ['打电话通知她', '核对证件', '办理证书或补助'] as const;

/** For how long a whole number stands on the screen, in seconds. */
export const revealedForSeconds = 30;
