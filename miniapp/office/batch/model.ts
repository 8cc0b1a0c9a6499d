import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export interface BatchFile {
  readonly batch: Schemas['BatchView'];
  readonly women: readonly Schemas['EnrolledWomanView'][];
  readonly attendance: Schemas['BatchAttendanceView'];
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
