import { dayOf, sayDay, type Day } from '../calendar/days.rules';
import type { Admission, BatchState } from '../courses/batches.rules';
import { hersToOverride, type Misfit } from '../courses/fit.rules';
import type { Refused } from '../http/refusals';

/** The life of an enrolment, as a table: from a state to those that may follow it. */
export const nextStates = {
  applied: ['offered', 'waiting', 'refused', 'given_up', 'removed', 'cancelled'],
  waiting: ['offered', 'given_up', 'removed', 'refused', 'cancelled'],
  offered: ['enrolled', 'declined', 'lapsed', 'removed', 'cancelled'],
  enrolled: ['given_up', 'removed', 'attended', 'completed', 'dropped_out', 'cancelled'],
  attended: ['completed', 'enrolled'],
  completed: ['attended', 'enrolled'],
  dropped_out: ['enrolled'],
  declined: ['applied', 'enrolled', 'waiting'],
  lapsed: ['applied', 'enrolled', 'waiting'],
  given_up: ['applied', 'enrolled', 'waiting'],
  refused: ['applied', 'enrolled', 'waiting', 'offered'],
  removed: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type EnrolmentState = keyof typeof nextStates;

export const enrolmentStateNames: Readonly<Record<EnrolmentState, string>> = {
  applied: '已报名，等分配',
  waiting: '候补中',
  offered: '录取通知',
  enrolled: '已录取',
  attended: '上过课，没有结业',
  completed: '已结业',
  dropped_out: '中途退出',
  declined: '您没有去',
  lapsed: '已过期',
  given_up: '您已退出',
  refused: '这次没排上',
  removed: '已移出',
  cancelled: '班已取消',
};

export function mayBecome(from: EnrolmentState, to: EnrolmentState): boolean {
  return (nextStates[from] as readonly EnrolmentState[]).includes(to);
}

/** These hold one of the batch's seats; what became of a seat after the course does not empty it. */
export const seatHolding: readonly EnrolmentState[] = ['offered', 'enrolled', 'attended', 'completed'];

/** These are still going on; the others may begin again. */
export const living: readonly EnrolmentState[] = ['applied', 'waiting', 'offered', 'enrolled'];

export function holdsSeat(state: EnrolmentState): boolean {
  return seatHolding.includes(state);
}

export interface BatchFacts {
  readonly state: BatchState;
  readonly admission: Admission;
  readonly capacity: number;
  readonly taken: number;
  readonly signUpUntil: Date;
}

export interface Application {
  readonly batch: BatchFacts;
  /** Her enrolment in this batch, where she has one. */
  readonly before: EnrolmentState | undefined;
  /** Why the batch does not suit her; unknown circumstances count as none. */
  readonly misfits: readonly Misfit[];
  /** Another batch of hers that meets in one of the same half days. */
  readonly clashesWith: string | undefined;
  /** Whether others already wait for a seat here. */
  readonly someoneWaits: boolean;
  readonly now: Date;
}

/** What a sign-up becomes: `same` when she has signed up already, for a second tap must change nothing. */
export function decideApplication(asked: Application): { becomes: EnrolmentState | 'same' } | Refused {
  const { batch, before, now } = asked;
  if (before && living.includes(before)) return { becomes: 'same' };
  if (before === 'removed') return { refused: 'enrolment.removed' };
  if (batch.state === 'cancelled') return { refused: 'batch.cancelled' };
  if (batch.state === 'open' && batch.signUpUntil <= now) return { refused: 'batch.signUpOver' };
  if (batch.state !== 'open')
    return { refused: batch.state === 'closed' ? 'batch.signUpOver' : 'batch.notOpen' };
  if (asked.misfits.includes('ALREADY_DONE')) return { refused: 'enrolment.alreadyDone' };
  if (asked.misfits.some((misfit) => !hersToOverride.has(misfit)))
    return { refused: 'enrolment.notEligible', about: { misfits: asked.misfits } };
  if (asked.clashesWith !== undefined)
    return { refused: 'enrolment.clash', about: { with: asked.clashesWith } };
  if (batch.admission === 'assignment') return { becomes: 'applied' };
  return { becomes: batch.taken < batch.capacity && !asked.someoneWaits ? 'enrolled' : 'waiting' };
}

/** Her answer to an offer: only while it stands, and not a millisecond later. */
export function decideAnswer(
  offer: { state: EnrolmentState; offerUntil: Date | null },
  answer: 'accept' | 'decline',
  now: Date,
): { becomes: 'enrolled' | 'declined' | 'same' } | Refused {
  if (offer.state === 'enrolled' && answer === 'accept') return { becomes: 'same' };
  if (offer.state === 'declined' && answer === 'decline') return { becomes: 'same' };
  if (offer.state === 'lapsed') return { refused: 'enrolment.offerLapsed' };
  if (offer.state !== 'offered') return { refused: 'enrolment.noOffer' };
  if (offer.offerUntil !== null && offer.offerUntil <= now) return { refused: 'enrolment.offerLapsed' };
  return { becomes: answer === 'accept' ? 'enrolled' : 'declined' };
}

/** Giving up is one tap, from any living state. Once the course has begun, who leaves it has dropped out. */
export function decideGivingUp(
  state: EnrolmentState,
  hasBegun: boolean,
): { becomes: 'given_up' | 'declined' | 'dropped_out' | 'same' } | Refused {
  if (state === 'given_up' || state === 'declined' || state === 'dropped_out') return { becomes: 'same' };
  if (state === 'enrolled' && hasBegun) return { becomes: 'dropped_out' };
  if (state === 'offered') return { becomes: 'declined' };
  if (mayBecome(state, 'given_up')) return { becomes: 'given_up' };
  return { refused: 'enrolment.alreadyEnded' };
}

/** An officer or helper takes her out of the batch, from any living state. */
export function decideRemoval(state: EnrolmentState): { becomes: 'removed' | 'same' } | Refused {
  if (state === 'removed') return { becomes: 'same' };
  return mayBecome(state, 'removed') ? { becomes: 'removed' } : { refused: 'enrolment.alreadyEnded' };
}

/**
 * What becomes of a seat when its course has ended, from the register alone: whoever reached the course's share of half
 * days has completed it, whoever came at all has attended, and without a mark she stays enrolled: nothing is known of her.
 * The same when a correction has changed the register since.
 */
export function decideEnding(
  state: EnrolmentState,
  { attended, held, share }: { attended: number; held: number; share: number },
): 'completed' | 'attended' | 'enrolled' | 'same' {
  if (state !== 'enrolled' && state !== 'attended' && state !== 'completed') return 'same';
  const reached = held > 0 && attended * 100 >= held * share;
  const becomes = reached ? 'completed' : attended > 0 ? 'attended' : 'enrolled';
  return becomes === state ? 'same' : becomes;
}

/** What she may do now. */
export interface Abilities {
  readonly apply: boolean;
  readonly accept: boolean;
  readonly decline: boolean;
  readonly giveUp: boolean;
}

export function abilitiesIn(state: EnrolmentState | undefined, maySignUp: boolean): Abilities {
  return {
    apply: maySignUp && state !== 'removed' && (state === undefined || !living.includes(state)),
    accept: state === 'offered',
    decline: state === 'offered',
    giveUp: state === 'applied' || state === 'waiting' || state === 'enrolled',
  };
}

/** One honest sentence about where she stands. */
export function sayStanding(
  state: EnrolmentState,
  facts: { startsOn: Day; offerUntil: Date | null; before: number },
): string {
  switch (state) {
    case 'applied':
      return '报上了。名额按大家的需求统一分配，结果出来就告诉您。';
    case 'waiting':
      return facts.before === 0
        ? '名额满了。您排在候补第一位，有空位马上告诉您。'
        : `名额满了。您在候补里，前面还有${facts.before}位。`;
    case 'offered':
      return `给您留了名额。请在${facts.offerUntil ? sayDay(dayOf(facts.offerUntil)) : '截止日'}前点“我要去”。`;
    case 'enrolled':
      return `您已被录取，${sayDay(facts.startsOn)}开课，别忘了来。`;
    case 'declined':
      return '您说过不去，名额已让给别的姐妹。';
    case 'lapsed':
      return '没有等到您的回复，名额已让给别的姐妹。';
    case 'given_up':
      return '您已退出这个班。';
    case 'refused':
      return '这次没有排上，可以看看别的班。';
    case 'attended':
      return '您上过这门课，次数不够，没有结业。';
    case 'completed':
      return '您已学完这门课，恭喜结业。';
    case 'dropped_out':
      return '您中途退出了这个班。';
    case 'cancelled':
      return '这个班取消了。您想学的还记着，有新班就告诉您。';
    case 'removed':
      return '妇联已把您移出这个班，有疑问请找帮办人。';
  }
}

/**
 * What becomes of one enrolment when she takes back her consent. What has not begun ends, and its seat goes on; a course
 * that has begun she may finish, since what was done while she agreed stays lawful (PIPL art. 15). Who is forgotten
 * leaves that too.
 */
export function decideLeaving(
  state: EnrolmentState,
  hasBegun: boolean,
  alsoBegun: boolean,
): 'declined' | 'given_up' | 'stays' {
  if (state === 'offered') return 'declined';
  if (state === 'enrolled' && hasBegun && !alsoBegun) return 'stays';
  return mayBecome(state, 'given_up') ? 'given_up' : 'stays';
}
