import { daysLater, monthOf, type Day } from '../../../server/calendar/days.rules';
import { inOrder, slotKey, type Slot } from '../../../server/courses/batches.rules';
import { familyNames, type Family } from '../../../server/needs/families.rules';
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
  readonly isJoint: boolean;
  /** With whom it is run, where it is not run alone. */
  readonly jointWith: string;
  /** In yuan; '' where nobody has said. */
  readonly budget: string;
  readonly signUpUntil: Day;
  readonly admission: 'assignment' | 'direct';
}

const signUpDays = 7;
const daysToFirstSession = 14;

/** A usual batch: a week to sign up, twenty seats, ten to run. */
export function blankPlan(family: Family, today: Day, venueId: string): Plan {
  return {
    ...{ family, title: '', summary: '', reading: 0, isHeavy: false, audience: 'women' },
    ...{ trainerId: '', venueId, sessions: [], capacity: '20', minimum: '10' },
    ...{ reservedForPoor: '', reservedForNever: '', reservedForLeaders: '', budget: '' },
    ...{ isJoint: false, jointWith: '' },
    ...{ signUpUntil: daysLater(today, signUpDays), admission: 'assignment' },
  };
}

/** From a cell of the board: the family's usual course and who can teach it stand already; she changes what she likes. */
export function prefilled(plan: Plan, { courses, trainers }: Pick<Planning, 'courses' | 'trainers'>): Plan {
  const course = courses.find(({ family, audience }) => family === plan.family && audience === 'women');
  const [first] = teachersFirst(trainers, plan.family);
  const { title, summary, reading, isHeavy, audience } = course ?? plan;
  const trainerId = first?.families.includes(plan.family) ? first.id : plan.trainerId;
  return { ...plan, title, summary, reading, isHeavy, audience, trainerId };
}

/** Those who can teach this family stand first. */
export function teachersFirst(trainers: Planning['trainers'], family: Family): Planning['trainers'] {
  const canTeach = (trainer: Planning['trainers'][number]) => (trainer.families.includes(family) ? 0 : 1);
  return [...trainers].sort((a, b) => canTeach(a) - canTeach(b));
}

/** The coming month of this number, as `2027-01`; without one that of a first session as usual. */
export function monthToPlan(month: number, today: Day): string {
  if (!month) return daysLater(today, daysToFirstSession).slice(0, 7);
  const year = Number(today.slice(0, 4)) + (month < monthOf(today) ? 1 : 0);
  return `${year}-${String(month).padStart(2, '0')}`;
}

interface ForWhom {
  /** '' is the whole county. */
  readonly areaName: string;
  readonly family: Family;
  readonly month: number;
  readonly venueName: string | undefined;
}

/** 六团镇想学手工编织、12月有空的：12位，其中3位本季没确认。到六团镇文化站够得着的：9位。 */
export function sayForWhom(
  { women, stale, reachable }: Pick<Schemas['DemandCountView'], 'women' | 'stale' | 'reachable'>,
  { areaName, family, month, venueName }: ForWhom,
): string {
  const who = `${areaName || '全区县'}想学${familyNames[family]}${month ? `、${month}月有空` : ''}的：${women}位`;
  const unsure = stale > 0 ? `，其中${stale}位本季没确认` : '';
  const way = venueName && women > 0 ? `到${venueName}够得着的：${reachable}位。` : '';
  return `${who}${unsure}。${way}`;
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
    isJoint: jointWith !== null,
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

/**
 * What can be sent, or the first thing that is missing, in words for the button. The server decides in the end.
 *
 * @param room how many women the place seats, where that is known
 */
export function planOf(
  plan: Plan,
  room?: number | null,
): { body?: Schemas['OpenBatchDto']; missing?: string } {
  const { capacity, minimum, title, sessions, summary, isJoint, jointWith, budget, ...rest } = plan;
  const { reservedForPoor, reservedForNever, reservedForLeaders, ...facts } = rest;
  const reserves = { reservedForPoor, reservedForNever, reservedForLeaders };
  if (title.trim() === '') return { missing: '请填课程名称' };
  if (plan.trainerId === '') return { missing: '请选教师' };
  if (plan.venueId === '') return { missing: '请选地点' };
  if (sessions.length === 0) return { missing: '请选课次' };
  if (!isCount(capacity) || !isCount(minimum)) return { missing: '请填人数' };
  if (Number(minimum) > Number(capacity)) return { missing: '最低人数不能超过名额' };
  if (room && Number(capacity) > room) return { missing: `这个地点最多坐${room}人` };
  if (!Object.values(reserves).every(isCountOrNone)) return { missing: '预留名额请填数字' };
  const kept = Object.values(reserves).reduce((sum, typed) => sum + Number(typed), 0);
  if (kept > Number(capacity)) return { missing: '预留名额超过了名额' };
  if (!/^(\d+(\.\d{1,2})?)?$/.test(budget)) return { missing: '预算请填钱数，最多到分' };
  if (isJoint && jointWith.trim() === '') return { missing: '请写和谁合办' };
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
      ...(isJoint ? { jointWith: jointWith.trim() } : {}),
      ...(budget ? { budgetFen: Math.round(Number(budget) * 100) } : {}),
    },
  };
}
