import { daysLater, halves, type Day, type Half } from '../../../server/calendar/days.rules';
import { holidayOn } from '../../../server/calendar/holidays.rules';
import { slotKey, type Slot } from '../../../server/courses/batches.rules';

export type HalfState = 'free' | 'chosen' | 'busy' | 'past';

export interface GridDay {
  readonly day: Day;
  readonly number: number;
  readonly holiday: string | undefined;
  readonly halves: readonly { readonly half: Half; readonly state: HalfState }[];
}

interface GridFacts {
  /** Days up to this one cannot be chosen. */
  readonly today: Day;
  readonly chosen: readonly Slot[];
  readonly busy: readonly Slot[];
}

/** A month in weeks from Monday on; the empty places before its first day are undefined. */
export function gridOf(month: string, { today, chosen, busy }: GridFacts): (GridDay | undefined)[] {
  const [isChosen, isBusy] = [new Set(chosen.map(slotKey)), new Set(busy.map(slotKey))];
  const first = `${month}-01`;
  const days: GridDay[] = [];
  for (let day = first; day.startsWith(month); day = daysLater(day, 1)) {
    const stateOf = (half: Half): HalfState => {
      const key = slotKey({ heldOn: day, half });
      if (isChosen.has(key)) return 'chosen';
      if (day <= today) return 'past';
      return isBusy.has(key) ? 'busy' : 'free';
    };
    days.push({
      ...{ day, number: days.length + 1, holiday: holidayOn(day) },
      halves: halves.map((half) => ({ half, state: stateOf(half) })),
    });
  }
  const beforeMonday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  return [...Array.from({ length: beforeMonday }, () => undefined), ...days];
}
