import type { Day } from '../calendar/days.rules';
import type { BatchState } from '../courses/batches.rules';
import type { EnrolmentState } from '../enrolments/enrolments.rules';
import type { Refused } from '../http/refusals';

/** Three faces: what the course was to her. */
export const opinions = ['useful', 'fair', 'no_help'] as const;
export type Opinion = (typeof opinions)[number];

export const opinionNames: Readonly<Record<Opinion, string>> = {
  useful: '很有用',
  fair: '还可以',
  no_help: '帮不上',
};

/** One tap more, if she likes: what made it so. */
export const whys = [
  ...(['usable', 'earns', 'well_taught'] as const),
  ...(['too_short', 'little_practice', 'too_hard'] as const),
  'not_hers',
] as const;
export type Why = (typeof whys)[number];

export const whyNames: Readonly<Record<Why, string>> = {
  usable: '回家用得上',
  earns: '能挣钱',
  well_taught: '老师讲得好',
  too_short: '时间太短',
  little_practice: '动手太少',
  too_hard: '听不太懂',
  not_hers: '不是我想学的',
};

/** What stands under each face: nobody is asked why it was bad after she said that it was good. */
export const whysOf: Readonly<Record<Opinion, readonly Why[]>> = {
  useful: ['usable', 'earns', 'well_taught'],
  fair: ['too_short', 'little_practice', 'too_hard'],
  no_help: ['too_hard', 'not_hers', 'little_practice'],
};

/** Why she gave up her seat, or did not go to the end. Codes, never words. */
export const leavingReasons = [
  ...(['farm_work', 'too_far', 'no_child_care', 'unwell'] as const),
  ...(['too_hard', 'unsuited', 'work_elsewhere', 'other'] as const),
] as const;
export type LeavingReason = (typeof leavingReasons)[number];

export const leavingReasonNames: Readonly<Record<LeavingReason, string>> = {
  farm_work: '农忙',
  too_far: '路远',
  no_child_care: '孩子没人带',
  unwell: '身体不适',
  too_hard: '听不懂',
  unsuited: '课不合适',
  work_elsewhere: '外出打工',
  other: '其他',
};

/** The two questions of feedback; of each the newest answer counts. */
export const questions = ['opinion', 'leaving'] as const;
export type Question = (typeof questions)[number];

/** She gave up a seat, her place before a seat, or the course itself. Whom the office took out is not asked. */
export const leftStates: readonly EnrolmentState[] = ['given_up', 'declined', 'dropped_out'];

/** She had a seat to the last day. */
export const stayedStates: readonly EnrolmentState[] = ['enrolled', 'attended', 'completed'];

/** Whether the last session is past: from the next day on she may say what it was to her. */
export function isOver({ state, endsOn }: { state: BatchState; endsOn: Day }, today: Day): boolean {
  return state === 'finished' || (state !== 'cancelled' && endsOn < today);
}

/** What a woman may be asked of one batch, from where she stands in it. */
export function questionsFor(state: EnrolmentState, over: boolean): Question[] {
  if (leftStates.includes(state)) return ['leaving'];
  if (!over || !stayedStates.includes(state)) return [];
  return state === 'completed' ? ['opinion'] : ['opinion', 'leaving'];
}

/** Whether she may say what the course was to her, and whether what made it so stands under that face. */
export function decideOpinion(
  state: EnrolmentState,
  over: boolean,
  { opinion, why }: { opinion: Opinion; why?: Why | undefined },
): { may: true } | Refused {
  if (!stayedStates.includes(state)) return { refused: 'feedback.notThere' };
  if (!over) return { refused: 'feedback.notYet' };
  if (why && !whysOf[opinion].includes(why)) return { refused: 'feedback.whyElsewhere' };
  return { may: true };
}

/** Whether she may say why she left. */
export function decideLeavingReason(state: EnrolmentState, over: boolean): { may: true } | Refused {
  return questionsFor(state, over).includes('leaving') ? { may: true } : { refused: 'feedback.notLeft' };
}

/**
 * Whether somebody who signed up did not go to the end. Of a seat without any mark nothing is known until she says
 * herself why she did not come.
 */
export function isUnfinished(state: EnrolmentState, over: boolean, reason: LeavingReason | null): boolean {
  return (
    leftStates.includes(state) || state === 'attended' || (state === 'enrolled' && over && reason !== null)
  );
}

/** The same answer twice is one answer. */
export function isSaidAlready(
  newest: { readonly answer: string; readonly why: string | null } | undefined,
  said: { readonly answer: string; readonly why: string | null },
): boolean {
  return newest !== undefined && newest.answer === said.answer && newest.why === said.why;
}
