import { isWeekend, monthOf, type Day } from '../calendar/days.rules';
import type { Family } from '../needs/families.rules';
import type { DayKind, ReadingLevel } from '../needs/needs.rules';

/** Why a batch does not suit a woman; each has one plain sentence below. */
export const misfits = [
  'NEED',
  'DISTANCE',
  'PERIOD',
  'WEEKDAY',
  'LITERACY',
  'HEALTH',
  'ALREADY_DONE',
  'YEAR_LIMIT',
  'AUDIENCE',
] as const;
export type Misfit = (typeof misfits)[number];

export const misfitSentences: Readonly<Record<Misfit, string>> = {
  NEED: '您没点过想学这一样。',
  DISTANCE: '上课的地方比您说的能去的远。',
  PERIOD: '上课的月份您说没空。',
  WEEKDAY: '上课的日子和您方便的日子不一样。',
  LITERACY: '这门课要多认些字。',
  HEALTH: '这门课要干重活，您说身体不方便。',
  ALREADY_DONE: '这门课您已经学完了。',
  YEAR_LIMIT: '您今年学过的课够多了，先让给还没学过的姐妹。',
  AUDIENCE: '这门课是给带头人开的。',
};

/** What is said of each where it does fit. */
export const fitSentences: Readonly<Record<Misfit, string>> = {
  NEED: '您想学这一样。',
  DISTANCE: '路程合适。',
  PERIOD: '那个月您有空。',
  WEEKDAY: '上课的日子合适。',
  LITERACY: '认的字够用。',
  HEALTH: '活儿您干得了。',
  ALREADY_DONE: '这门课您还没学过。',
  YEAR_LIMIT: '今年还能学。',
  AUDIENCE: '这门课您能报。',
};

/** What would change it. */
export const remedies: Readonly<Record<Misfit, string>> = {
  NEED: '想学就直接报名，或在“想学”里点上它。',
  DISTANCE: '要是能去，照样可以报名。',
  PERIOD: '要是能抽出空，照样可以报名。',
  WEEKDAY: '要是那几天能来，照样可以报名。',
  LITERACY: '先看看不用认字的班，或请帮办人改登记。',
  HEALTH: '身体好了，在“想学”里改一下再报。',
  ALREADY_DONE: '看看别的课吧。',
  YEAR_LIMIT: '明年可以再报。',
  AUDIENCE: '看看给大家开的课；您是带头人的话，请妇联在档案里记上。',
};

/** What is known of her that matters for a course. */
export interface Circumstances {
  readonly families: readonly Family[];
  readonly freeMonths: readonly number[];
  readonly dayKind: DayKind;
  readonly farthestKm: number;
  readonly reading: ReadingLevel;
  readonly isBodyLimited: boolean;
  readonly coursesDone: ReadonlySet<string>;
  /** She has been trained as often this year as the published policy allows. */
  readonly hasReachedYearLimit: boolean;
  readonly mayJoinLeaders: boolean;
}

/** A course for leaders is for them, and for women on the poverty register, who may become some. */
export function mayJoinLeaders(woman: { isLeader: boolean; isRegisteredPoor: boolean }): boolean {
  return woman.isLeader || woman.isRegisteredPoor;
}

/** Her circumstances, and where she lives. */
export interface Located extends Circumstances {
  readonly villageCode: string;
}

/** What a course batch asks of her. */
export interface Demands {
  readonly courseId: string;
  readonly family: Family;
  readonly reading: ReadingLevel;
  readonly isHeavy: boolean;
  readonly km: number;
  readonly days: readonly Day[];
  readonly audience: 'women' | 'leaders';
}

/** Every reason why the batch does not suit her, none when it does. */
export function misfitsOf(her: Circumstances, batch: Demands): Misfit[] {
  const found: Misfit[] = [];
  if (!her.families.includes(batch.family)) found.push('NEED');
  if (batch.km > her.farthestKm) found.push('DISTANCE');
  if (batch.days.some((day) => !her.freeMonths.includes(monthOf(day)))) found.push('PERIOD');
  if (her.dayKind !== 'any' && batch.days.some((day) => isWeekend(day) !== (her.dayKind === 'weekend')))
    found.push('WEEKDAY');
  if (batch.reading > her.reading) found.push('LITERACY');
  if (batch.isHeavy && her.isBodyLimited) found.push('HEALTH');
  if (her.coursesDone.has(batch.courseId)) found.push('ALREADY_DONE');
  if (her.hasReachedYearLimit) found.push('YEAR_LIMIT');
  if (batch.audience === 'leaders' && !her.mayJoinLeaders) found.push('AUDIENCE');
  return found;
}

/** Those she may set aside by signing up herself: she knows best how far and when she can come, not what she cannot do. */
export const hersToOverride: ReadonlySet<Misfit> = new Set(['NEED', 'DISTANCE', 'PERIOD', 'WEEKDAY']);

interface Ranked {
  readonly isOpen: boolean;
  readonly misfits: readonly Misfit[];
  /** Place of the family among her wishes, 0 the dearest. */
  readonly wish: number;
  readonly km: number;
  readonly startsOn: Day;
}

/** What still takes sign-ups comes first; then what suits her, what she wants most, what is nearer, what is sooner. */
export function compareForHer(a: Ranked, b: Ranked): number {
  return (
    Number(b.isOpen) - Number(a.isOpen) ||
    a.misfits.length - b.misfits.length ||
    a.wish - b.wish ||
    a.km - b.km ||
    a.startsOn.localeCompare(b.startsOn)
  );
}
