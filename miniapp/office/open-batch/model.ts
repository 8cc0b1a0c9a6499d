import { daysLater, type Day } from '../../../server/calendar/days.rules';
import { inOrder, slotKey, type Slot } from '../../../server/courses/batches.rules';
import type { Family } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Planning = Schemas['PlanningView'];
export type PlanFile = Schemas['BatchPlanView'];

/** A batch that is still being planned; numbers as typed. */
export interface Plan {
  readonly family: Family;
  readonly title: string;
  readonly summary: string;
  readonly reading: 0 | 1 | 2;
  readonly isHeavy: boolean;
  readonly audience: 'women' | 'leaders';
  readonly trainerId: string;
  readonly venueId: string;
  readonly sessions: readonly Slot[];
  readonly capacity: string;
  readonly minimum: string;
  /** '' leaves it to the published policy. */
  readonly reservedForPoor: string;
  readonly reservedForNever: string;
  readonly reservedForLeaders: string;
  /** With whom it is run; '' alone. */
  readonly jointWith: string;
  /** In yuan; '' where nobody has said. */
  readonly budget: string;
  readonly signUpUntil: Day;
  readonly admission: 'assignment' | 'direct';
}

const signUpDays = 7;

/** A usual batch: a week to sign up, twenty seats, ten to run. */
export function blankPlan(family: Family, today: Day, venueId: string): Plan {
  return {
    ...{ family, title: '', summary: '', reading: 0, isHeavy: false, audience: 'women' },
    ...{ trainerId: '', venueId, sessions: [], capacity: '20', minimum: '10' },
    ...{ reservedForPoor: '', reservedForNever: '', reservedForLeaders: '', jointWith: '', budget: '' },
    ...{ signUpUntil: daysLater(today, signUpDays), admission: 'assignment' },
  };
}

/** A plan that is kept already, as it can be changed. */
export function planFrom(file: PlanFile, lastDay: Day): Plan {
  const { batch, trainerId, venueId, audience, jointWith, budgetFen } = file;
  const { family, title, summary, reading, isHeavy, admission } = batch;
  const typed = (number: number | null) => (number ? String(number) : '');
  return {
    ...{ family, title, summary, reading, isHeavy, audience, trainerId, venueId, admission },
    sessions: batch.sessions.map(({ heldOn, half }) => ({ heldOn, half })),
    ...{ capacity: String(batch.capacity), minimum: String(batch.minimum) },
    reservedForPoor: file.reservedForPoor === null ? '' : String(file.reservedForPoor),
    reservedForNever: typed(file.reservedForNever),
    reservedForLeaders: typed(file.reservedForLeaders),
    jointWith: jointWith ?? '',
    budget: budgetFen === null ? '' : String(budgetFen / 100),
    signUpUntil: lastDay,
  };
}

/** Takes a half day in, or out again when it was chosen. */
export function toggleSlot(sessions: readonly Slot[], slot: Slot): Slot[] {
  const others = sessions.filter((one) => slotKey(one) !== slotKey(slot));
  return others.length < sessions.length ? others : inOrder([...sessions, slot]);
}

/** Places of the township for which the batch is meant stand first. */
export function nearestFirst<Venue extends { readonly regionCode: string }>(
  venues: readonly Venue[],
  region: string,
): Venue[] {
  const isNear = (venue: Venue) => (region !== '' && venue.regionCode.startsWith(region) ? 0 : 1);
  return [...venues].sort((a, b) => isNear(a) - isNear(b));
}

const isCount = (typed: string) => /^[1-9]\d*$/.test(typed);
const isCountOrNone = (typed: string) => /^\d*$/.test(typed);

/** What can be sent, or the first thing that is missing, in words for the button. The server decides in the end. */
export function planOf(plan: Plan): { body?: Schemas['OpenBatchDto']; missing?: string } {
  const { capacity, minimum, title, sessions, summary, jointWith, budget, ...rest } = plan;
  const { reservedForPoor, reservedForNever, reservedForLeaders, ...facts } = rest;
  const reserves = { reservedForPoor, reservedForNever, reservedForLeaders };
  if (title.trim() === '') return { missing: '请填课程名称' };
  if (plan.trainerId === '') return { missing: '请选教师' };
  if (plan.venueId === '') return { missing: '请选地点' };
  if (sessions.length === 0) return { missing: '请选课次' };
  if (!isCount(capacity) || !isCount(minimum)) return { missing: '请填人数' };
  if (Number(minimum) > Number(capacity)) return { missing: '最低人数不能超过名额' };
  if (!Object.values(reserves).every(isCountOrNone)) return { missing: '预留名额请填数字' };
  const kept = Object.values(reserves).reduce((sum, typed) => sum + Number(typed), 0);
  if (kept > Number(capacity)) return { missing: '预留名额超过了名额' };
  if (!/^(\d+(\.\d{1,2})?)?$/.test(budget)) return { missing: '预算请填数字' };
  const first = inOrder(sessions)[0]!.heldOn;
  if (plan.signUpUntil >= first) return { missing: '报名要在第一次课前截止' };
  return {
    body: {
      ...facts,
      title: title.trim(),
      ...(summary ? { summary } : {}),
      sessions: [...sessions],
      ...{ capacity: Number(capacity), minimum: Number(minimum) },
      ...Object.fromEntries(
        Object.entries(reserves)
          .filter(([, typed]) => typed !== '')
          .map(([name, typed]) => [name, Number(typed)]),
      ),
      ...(jointWith.trim() ? { jointWith: jointWith.trim() } : {}),
      ...(budget ? { budgetFen: Math.round(Number(budget) * 100) } : {}),
    },
  };
}
