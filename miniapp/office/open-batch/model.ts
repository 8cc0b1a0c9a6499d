import { daysLater, type Day, type Half } from '../../../server/calendar/days.rules';
import { inOrder, slotKey, type Slot } from '../../../server/courses/batches.rules';
import type { Family } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Planning = Schemas['PlanningView'];

/** A batch that is still being planned; numbers as typed. */
export interface Plan {
  readonly family: Family;
  readonly title: string;
  readonly summary: string;
  readonly reading: 0 | 1 | 2;
  readonly isHeavy: boolean;
  readonly trainerId: string;
  readonly venueId: string;
  readonly sessions: readonly Slot[];
  /** The day that the next tap adds. */
  readonly nextDay: Day;
  readonly capacity: string;
  readonly minimum: string;
  readonly signUpUntil: Day;
  readonly admission: 'assignment' | 'direct';
}

const signUpDays = 7;
const daysToFirstSession = 14;

/** A usual batch: two weeks ahead, a week to sign up, twenty seats, ten to run. */
export function blankPlan(family: Family, today: Day, venueId: string): Plan {
  return {
    family,
    title: '',
    summary: '',
    reading: 0,
    isHeavy: false,
    trainerId: '',
    venueId,
    sessions: [],
    nextDay: daysLater(today, daysToFirstSession),
    capacity: '20',
    minimum: '10',
    signUpUntil: daysLater(today, signUpDays),
    admission: 'assignment',
  };
}

/** Adds a half day and goes on to what usually follows: the afternoon of the same day, or the next morning. */
export function addSlot(plan: Plan, half: Half): Partial<Plan> {
  const slot = { heldOn: plan.nextDay, half };
  const isThere = plan.sessions.some((one) => slotKey(one) === slotKey(slot));
  const sessions = isThere ? plan.sessions : inOrder([...plan.sessions, slot]);
  return { sessions, nextDay: half === 'afternoon' ? daysLater(plan.nextDay, 1) : plan.nextDay };
}

export function removeSlot(sessions: readonly Slot[], slot: Slot): Slot[] {
  return sessions.filter((one) => slotKey(one) !== slotKey(slot));
}

/** Places of the township for which the batch is meant stand first. */
export function nearestFirst<Venue extends { readonly regionCode: string }>(
  venues: readonly Venue[],
  region: string,
): Venue[] {
  const isNear = (venue: Venue) => (region !== '' && venue.regionCode.startsWith(region) ? 0 : 1);
  return [...venues].sort((a, b) => isNear(a) - isNear(b));
}

/** What can be sent, or the first thing that is missing, in words for the button. The server decides in the end. */
export function planOf(plan: Plan): { body?: Schemas['OpenBatchDto']; missing?: string } {
  const { nextDay: _, capacity, minimum, title, sessions, summary, ...rest } = plan;
  if (title.trim() === '') return { missing: '请填课程名称' };
  if (plan.trainerId === '') return { missing: '请选教师' };
  if (plan.venueId === '') return { missing: '请选地点' };
  if (sessions.length === 0) return { missing: '请加课次' };
  if (!/^[1-9]\d*$/.test(capacity) || !/^[1-9]\d*$/.test(minimum)) return { missing: '请填人数' };
  if (Number(minimum) > Number(capacity)) return { missing: '最低人数不能超过名额' };
  return {
    body: {
      ...rest,
      title: title.trim(),
      ...(summary ? { summary } : {}),
      sessions: [...sessions],
      capacity: Number(capacity),
      minimum: Number(minimum),
    },
  };
}
