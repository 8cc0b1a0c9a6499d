import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type PlanFile = Schemas['BatchPlanView'];
export type Step = Schemas['StepView']['step'];

/** What is taught and how, line by line; what nobody has said is left out. */
export function sayFacts(file: PlanFile): string[] {
  const { batch, audience, jointWith, budgetFen, completeShare } = file;
  return [
    `${batch.venueRegionName} ${batch.venueName}，${batch.trainerName}教`,
    `名额${batch.capacity}，满${batch.minimum}人开班，上够${completeShare}%的课算结业`,
    sayReserves(file),
    batch.admission === 'assignment' ? '名额按需求统一分配' : '名额先报先得',
    audience === 'leaders' ? '给带头人开，建档立卡的妇女也能报' : '',
    jointWith ? `和${jointWith}合办` : '自己办',
    budgetFen === null ? '' : `预算${sayYuan(budgetFen)}元`,
  ].filter((line) => line !== '');
}

function sayReserves({ reservedForPoor, reservedForNever, reservedForLeaders }: PlanFile): string {
  const kept = [
    ...(reservedForPoor === null ? [] : [`建档立卡${reservedForPoor}`]),
    ...(reservedForNever > 0 ? [`没培训过的${reservedForNever}`] : []),
    ...(reservedForLeaders > 0 ? [`带头人${reservedForLeaders}`] : []),
  ];
  return kept.length > 0 ? `先留名额：${kept.join('、')}` : '';
}

/** 3500, 3500.5: without needless noughts. */
export function sayYuan(fen: number): string {
  return String(fen / 100);
}

/** What was done, in a line: 市妇联周雅茹 退回修改 needs no word where the state says it. */
export function sayChange({ toStateName, reason, byName }: PlanFile['changes'][number]): string {
  return [toStateName, byName, ...(reason ? [reason] : [])].join(' · ');
}
