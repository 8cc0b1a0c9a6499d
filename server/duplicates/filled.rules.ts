import type { Woman } from '../women/woman.entity';

/** Facts that a file may lack and another may have; columns that belong together go together, the first one decides. */
export const fillable = {
  phone: ['phoneSealed', 'phoneMark'],
  bornInYear: ['bornInYear'],
  household: ['householdCode', 'relation'],
  education: ['education'],
  health: ['healthSealed'],
  notes: ['notesSealed'],
  poverty: ['povertySource', 'povertyAsOf', 'isRegisteredPoor'],
} as const satisfies Record<string, readonly (keyof Woman)[]>;

export type Filled = keyof typeof fillable;

/** What each fact is called on the screen. */
export const filledNames: Readonly<Record<Filled, string>> = {
  ...{ phone: '手机号', bornInYear: '出生年份', household: '户编号', education: '文化程度' },
  ...{ health: '健康情况', notes: '备注', poverty: '建档立卡' },
};

/** What the merged file knows and the kept one does not: it comes over. What both know stays as the kept one has it. */
export function toFill(kept: Woman, merged: Woman): Filled[] {
  return (Object.keys(fillable) as Filled[]).filter((fact) => {
    const [column] = fillable[fact];
    return kept[column] === null && merged[column] !== null;
  });
}
