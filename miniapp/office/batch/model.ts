import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export interface BatchFile {
  readonly batch: Schemas['BatchView'];
  readonly women: readonly Schemas['EnrolledWomanView'][];
  /** What women said of it afterwards, or why they left. */
  readonly feedback: readonly Schemas['FeedbackWomanView'][];
  readonly attendance: Schemas['BatchAttendanceView'];
  /** What its own office may do with it. */
  readonly may: { readonly move: boolean; readonly cancel: boolean };
}

export type CandidatesFile = Schemas['CandidatesView'];
export type Candidate = CandidatesFile['women'][number];

/** 延寿县 六团镇 团山村 · 第1想学 · 约3公里 · 138****5678 */
export function sayCandidate({ villageName, wish, km, isMeasured, phone }: Candidate): string {
  return [villageName, `第${wish}想学`, `${isMeasured ? '' : '约'}${km}公里`, phone ?? '没有手机'].join(
    ' · ',
  );
}

/** 还有想学、这个班不合适的：路太远2位、那个月没空3位。 */
export function sayUnsuited(unsuited: CandidatesFile['unsuited']): string {
  return `还有想学、这个班不合适的：${unsuited.map(({ name, women }) => `${name}${women}位`).join('、')}。`;
}

const order: readonly Schemas['EnrolledWomanView']['state'][] = ['enrolled', 'offered', 'waiting', 'applied'];

/** Those with a seat first, then those who wait, then those who left. */
export function byState(women: readonly Schemas['EnrolledWomanView'][]): Schemas['EnrolledWomanView'][] {
  const place = (state: Schemas['EnrolledWomanView']['state']) =>
    order.includes(state) ? order.indexOf(state) : order.length;
  return [...women].sort((a, b) => place(a.state) - place(b.state));
}

/** 来了2次，共上3次; nothing before the first session. */
export function sayAttendance(
  woman: { readonly attended: number; readonly held: number } | undefined,
): string {
  return woman && woman.held > 0 ? `来了${woman.attended}次，共上${woman.held}次` : '';
}

/** 到了28人（旁听1人）· 请假1 · 没来2 · 没记0 · 照签到表30条 · 照片1张 */
export function sayCounts(session: BatchFile['attendance']['sessions'][number]): string {
  const { present, late, leave, absent, unmarked, guests, fromPaper, photos } = session;
  return [
    `到了${present + late}人${guests > 0 ? `（旁听${guests}人）` : ''}`,
    `请假${leave}`,
    `没来${absent}`,
    `没记${unmarked}`,
    ...(fromPaper > 0 ? [`照签到表${fromPaper}条`] : []),
    ...(photos > 0 ? [`照片${photos}张`] : []),
  ].join(' · ');
}

/** Why a woman is taken out: chosen, not typed. */
export const reasons = ['她搬走了', '她来不了，电话里说的', '报错了人', '报错了班'] as const;

/** Whether she is still in the batch and can be taken out. */
export function isIn(state: Schemas['EnrolledWomanView']['state']): boolean {
  return order.includes(state);
}

/** Until it begins, a batch may have more or fewer seats. */
export function mayResize({ state }: Pick<Schemas['BatchView'], 'state'>): boolean {
  return state === 'open' || state === 'closed';
}

const most = 500;

/** More or fewer seats at a tap: never below the minimum that the batch needs to run. */
export function stepsOf(batch: Pick<Schemas['BatchView'], 'capacity' | 'minimum'>): number[] {
  return [1, 5, 10, -1, -5].filter((step) => {
    const seats = seatsAfter(batch, step);
    return seats >= batch.minimum && seats <= most;
  });
}

export function seatsAfter({ capacity }: Pick<Schemas['BatchView'], 'capacity'>, step: number): number {
  return capacity + step;
}

export function saySteps(steps: readonly number[]): string[] {
  return steps.map((step) => (step > 0 ? `加${step}个名额` : `减${-step}个名额`));
}
