import { dayOf, daysLater, endOf, type Day, type Half } from '../calendar/days.rules';
import type { Refused } from '../http/refusals';

/** The life of a batch, as a table: from a state to those that may follow it. */
export const nextStates = {
  planned: ['submitted', 'open', 'cancelled'],
  submitted: ['approved', 'planned', 'cancelled'],
  approved: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: ['open', 'running', 'cancelled'],
  running: ['finished', 'cancelled'],
  finished: [],
  cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type BatchState = keyof typeof nextStates;

export const batchStateNames: Readonly<Record<BatchState, string>> = {
  planned: '筹备中',
  submitted: '待审批',
  approved: '已批准',
  open: '报名中',
  closed: '报名已截止',
  running: '正在上课',
  finished: '已结束',
  cancelled: '已取消',
};

/** Seats given by an assignment run, or at once to whoever comes first. */
export const admissions = ['assignment', 'direct'] as const;
export type Admission = (typeof admissions)[number];

/** Percent of the half days that make a course completed, unless the officer says otherwise. */
export const usualCompleteShare = 80;

/** So many days after the last session the register is closed: a trainer's phone may be without a signal until then. */
export const registerStaysOpenDays = 7;

/** Courses are planned for a year at most: a later day is a slip of the finger. */
const farthestDays = 366;

/** In fen; twenty million yuan, far beyond any course. */
const mostBudgetFen = 2_000_000_000;

export function mayBecome(from: BatchState, to: BatchState): boolean {
  return (nextStates[from] as readonly BatchState[]).includes(to);
}

/** In these states a batch exists for women: it is shown, and its register may be kept. */
export const livingStates: readonly BatchState[] = ['open', 'closed', 'running'];

/** In these it is still its office's own, and nobody else is shown it. */
export const hiddenStates: readonly BatchState[] = ['planned', 'submitted', 'approved'];

/** Sign-up ends at the midnight after this day, or earlier where it was closed by hand. */
export function lastSignUpDay(signUpUntil: Date): Day {
  return dayOf(new Date(signUpUntil.getTime() - 1));
}

/** In these its sessions and its place may still be moved; while it is planned, it is changed as a whole. */
export const movableStates: readonly BatchState[] = ['approved', 'open', 'closed', 'running'];

export interface Slot {
  readonly heldOn: Day;
  readonly half: Half;
}

/** Seats kept first for some. */
export interface Reserves {
  readonly reservedForPoor?: number | undefined;
  readonly reservedForNever?: number | undefined;
  readonly reservedForLeaders?: number | undefined;
}

export interface BatchPlan extends Reserves {
  readonly capacity: number;
  readonly minimum: number;
  readonly signUpUntilDay: Day;
  readonly slots: readonly Slot[];
  /** In fen; undefined where nobody has said. */
  readonly budgetFen?: number | undefined;
  /** With whom it is run jointly; undefined where the county runs it alone. */
  readonly jointWith?: string | undefined;
}

/** Slots in the order in which they are held. */
export function inOrder<S extends Slot>(slots: readonly S[]): S[] {
  return [...slots].sort((a, b) => (slotKey(a) < slotKey(b) ? -1 : 1));
}

/** Sorts as time does: the morning before the afternoon. */
export function slotKey({ heldOn, half }: Slot): string {
  return `${heldOn} ${half === 'morning' ? 1 : 2}`;
}

export interface Opening {
  readonly slots: readonly Slot[];
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Sign-up ends at the end of its last day. */
  readonly signUpUntil: Date;
}

/** Whether the plan can be opened today, and with which dates. */
export function decideOpening(plan: BatchPlan, now: Date): Opening | Refused {
  const slots = inOrder(plan.slots);
  const [first] = slots;
  const last = slots[slots.length - 1];
  if (!first || !last) return { refused: 'batch.noSession' };
  if (new Set(slots.map(slotKey)).size !== slots.length) return { refused: 'batch.sessionRepeated' };
  if (plan.capacity < plan.minimum) return { refused: 'batch.capacityBelowMinimum' };
  if (seatsKept(plan) > plan.capacity) return { refused: 'batch.reservesTooMany' };
  if (first.heldOn <= dayOf(now)) return { refused: 'batch.sessionInPast', about: { heldOn: first.heldOn } };
  if (isTooFar(last.heldOn, now)) return { refused: 'batch.sessionTooFar', about: { heldOn: last.heldOn } };
  if (plan.signUpUntilDay >= first.heldOn || plan.signUpUntilDay < dayOf(now))
    return { refused: 'batch.signUpTooLate' };
  if (plan.jointWith?.trim() === '') return { refused: 'batch.partnerNeeded' };
  if (!isBudget(plan.budgetFen)) return { refused: 'batch.budgetWrong' };
  return {
    slots,
    startsOn: first.heldOn,
    endsOn: last.heldOn,
    signUpUntil: endOf(plan.signUpUntilDay),
  };
}

/** Whether nothing is planned for that day yet. */
export function isTooFar(heldOn: Day, now: Date): boolean {
  return heldOn > daysLater(dayOf(now), farthestDays);
}

function isBudget(fen: number | undefined): boolean {
  return fen === undefined || (Number.isInteger(fen) && fen >= 0 && fen <= mostBudgetFen);
}

function seatsKept({ reservedForPoor = 0, reservedForNever = 0, reservedForLeaders = 0 }: Reserves): number {
  return reservedForPoor + reservedForNever + reservedForLeaders;
}

/**
 * Whether a batch may have so many seats. Fewer than are taken throw nobody out: the seats that come free are then
 * not given again until taken is below capacity. `seen` is the capacity that the officer had before her eyes.
 */
export function decideCapacity(
  batch: Reserves & {
    readonly state: BatchState;
    readonly capacity: number;
    readonly minimum: number;
  },
  capacity: number,
  seen: number | undefined,
): { becomes: number | 'same' } | Refused {
  // A repeated request, or two officers of one mind.
  if (batch.capacity === capacity) return { becomes: 'same' };
  if (batch.state === 'running' || batch.state === 'finished' || batch.state === 'cancelled')
    return { refused: 'batch.capacityFixed' };
  if (seen !== undefined && seen !== batch.capacity)
    return { refused: 'batch.capacityChanged', about: { capacity: batch.capacity } };
  if (capacity < batch.minimum) return { refused: 'batch.capacityBelowMinimum' };
  if (seatsKept(batch) > capacity) return { refused: 'batch.reservesTooMany' };
  return { becomes: capacity };
}
