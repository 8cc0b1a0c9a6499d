import { hiddenStates, type BatchState } from '../../../server/courses/batches.rules';
import type { components } from '../../api/schema';

type Batch = components['schemas']['BatchView'];

export type Group = 'plans' | 'open' | 'going' | 'past';

export const groups: readonly (readonly [Group, string])[] = [
  ['open', '报名中'],
  ['plans', '筹备中'],
  ['going', '待开和在上'],
  ['past', '结束的'],
];

const statesOf: Readonly<Record<Group, readonly BatchState[]>> = {
  plans: hiddenStates,
  open: ['open'],
  going: ['closed', 'running'],
  past: ['finished', 'cancelled'],
};

export function inGroup(batches: readonly Batch[], group: Group): Batch[] {
  return batches.filter(({ state }) => statesOf[group].includes(state));
}

/** 已有12人，名额20，满10人开班 */
export function sayFilling({
  taken,
  capacity,
  minimum,
}: Pick<Batch, 'taken' | 'capacity' | 'minimum'>): string {
  return `已有${taken}人，名额${capacity}，满${minimum}人开班`;
}
