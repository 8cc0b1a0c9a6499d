import type { components } from '../../api/schema';

export type Role = components['schemas']['OfficeDto']['role'];
export type Trainer = components['schemas']['TrainerView'];

/** What an office is called, and which levels of the region are chosen for it below the reader's own. */
export const officeWords: Partial<Record<Role, { name: string; about: string }>> = {
  helper: { name: '帮办人', about: '替没有手机的姐妹登记、报名' },
  trainer: { name: '教师', about: '看自己班的名单，点名签到' },
  county_officer: { name: '区县妇联干部', about: '开班、分配名额、看台账' },
  editor: { name: '编辑', about: '写文章' },
  auditor: { name: '审计', about: '只看操作记录' },
};

export interface AppointDraft {
  readonly role: Role | undefined;
  readonly name: string;
  /** Township or county that was chosen; empty while none is. */
  readonly regionCode: string;
  /** A village below it; empty for the whole township. */
  readonly villageCode: string;
  readonly trainerId: string;
}

/** What can be sent, or the first thing that is missing, in words for the button. */
export function entryOf(
  draft: AppointDraft,
  home: string,
  trainers: readonly Trainer[],
): { entry?: components['schemas']['AppointDto']; missing?: string } {
  const { role, trainerId, villageCode, regionCode } = draft;
  if (!role) return { missing: '请选职务' };
  if (role === 'trainer') {
    const trainer = trainers.find(({ id }) => id === trainerId);
    if (!trainer) return { missing: '请选教师' };
    return { entry: { role, name: trainer.name, regionCode: home, trainerId } };
  }
  const name = draft.name.trim();
  if (name === '') return { missing: '请填姓名' };
  // An editor or an auditor may serve the whole city; a helper or a county officer has a place of her own.
  const isWide = role === 'editor' || role === 'auditor';
  const place = villageCode || regionCode || (isWide ? home : '');
  if (place === '') return { missing: role === 'helper' ? '请选乡镇' : '请选区县' };
  return { entry: { role, name, regionCode: place } };
}
