import { misfitSentences, type Misfit } from '../courses/fit.rules';
import type { MissingTier } from './engine/priority';
import type { Reason } from './engine/result';

/** Why she got this batch or not: the engine's code; or OVERLAP, or INELIGIBLE with the misfits, from before it ran. */
export interface OutcomeReason {
  readonly batch: string;
  readonly code: Reason['code'] | 'INELIGIBLE' | 'OVERLAP';
  readonly missing?: MissingTier;
  readonly had?: number;
  readonly minimum?: number;
  readonly misfits?: readonly Misfit[];
}

/** Of the engine's reason, what a sentence needs; the rest can be computed again from the instance. */
export function keptReason(reason: Reason): OutcomeReason {
  const { batch, code } = reason;
  if (reason.code === 'BELOW_CUTOFF') return { batch, code, missing: reason.missing };
  if (reason.code === 'CLOSED') return { batch, code, had: reason.had, minimum: reason.minimum };
  return { batch, code };
}

/** The life of a run, as a table. A drafted run is a dry run: a new draft replaces it. */
export const nextStates = {
  drafted: ['reviewed'],
  reviewed: ['published', 'drafted'],
  published: ['closed'],
  closed: [],
} as const satisfies Record<string, readonly string[]>;

export type RunState = keyof typeof nextStates;

export const runStateNames: Readonly<Record<RunState, string>> = {
  drafted: '试算',
  reviewed: '已核对，待公布',
  published: '已公布',
  closed: '已完成',
};

/** What a reader may do with a run as it stands: nothing is published before sign-up closed and the lot was drawn. */
export function abilitiesOn(
  state: RunState,
  { isHers, isDrawn, isSignUpOpen }: { isHers: boolean; isDrawn: boolean; isSignUpOpen: boolean },
) {
  const isOpen = state === 'drafted' || state === 'reviewed';
  return {
    redraft: isHers && isOpen,
    decide: isOpen,
    draw: isHers && isOpen && !isDrawn && !isSignUpOpen,
    review: isHers && state === 'drafted' && isDrawn,
    publish: isHers && state === 'reviewed' && isDrawn,
  };
}

/** Seats kept first for women on the register: the policy's percent of all seats, rounded up, but no more than are free. */
export function seatsForPoor(
  capacity: number,
  free: number,
  percent: number,
  setByOfficer: number | null,
): number {
  return Math.min(free, setByOfficer ?? Math.ceil((capacity * percent) / 100));
}

const threeYears = 3 * 365.25 * 24 * 60 * 60 * 1000;

/** Whole years since her oldest open need, 0 to 3. */
export function yearsWaiting(since: Date, now: Date): number {
  return Math.min(3, Math.max(0, Math.floor(((now.getTime() - since.getTime()) / threeYears) * 3)));
}

/** Why she did not get this batch, or that she did, in one plain sentence. */
export function sayReason(reason: OutcomeReason, title: string): string {
  switch (reason.code) {
    case 'ASSIGNED':
      return `给您安排了“${title}”。`;
    case 'PINNED':
      return `妇联给您安排了“${title}”。`;
    case 'BELOW_CUTOFF':
      return `“${title}”想学的人比名额多，${whoCameFirst[reason.missing ?? 'LOTTERY']}`;
    case 'CLOSED':
      return `“${title}”只有${reason.had ?? 0}人能来，不够${reason.minimum ?? 0}人，这次不开班。`;
    case 'HAS_BETTER':
      return `“${title}”没有安排，因为给您安排了排在它前面的班。`;
    case 'BARRED':
      return `“${title}”这次没有安排您，有疑问请找帮办人。`;
    case 'OVERLAP':
      return `“${title}”和您已有的班时间冲突。`;
    case 'INELIGIBLE':
      return `“${title}”：${(reason.misfits ?? []).map((misfit) => misfitSentences[misfit]).join('')}`;
  }
}

const whoCameFirst: Readonly<Record<MissingTier, string>> = {
  COUNTY: '先安排了本区县的姐妹。',
  TRAINED: '先安排了培训得少的姐妹。',
  WAITING: '先安排了等得久的姐妹。',
  RESERVED: '剩下的名额是给建档立卡的姐妹留的。',
  LOTTERY: '条件一样的，按抽签号安排。',
};

/** The one sentence a woman reads first. */
export function sayOutcome(
  batchId: string | null,
  reasons: readonly OutcomeReason[],
  titleOf: (batchId: string) => string,
): string {
  if (batchId !== null) return `给您安排了“${titleOf(batchId)}”。`;
  const listed = reasons.filter((reason) => reason.code !== 'INELIGIBLE');
  const [first] = listed;
  if (!first) return '这次没有适合您时间和路程的班，您的需求还留着，下次开班先看您。';
  return `这次没有排上。${sayReason(first, titleOf(first.batch))}您的需求还留着。`;
}
