import { daysLater, isWeekend, type Day, type Half } from '../calendar/days.rules';
import { holidayOn } from '../calendar/holidays.rules';
import type { Slot } from '../courses/batches.rules';

/** Half days in which one batch could be held: all in one month, all in weekdays or all at weekends. */
export interface Window {
  readonly month: string;
  readonly isWeekend: boolean;
  readonly slots: readonly Slot[];
}

export interface WindowsAsked {
  /** The first day on which a batch may begin. */
  readonly from: Day;
  /** The last month, as `2027-03`. */
  readonly until: string;
  /** How many half days a batch has. */
  readonly halfDays: number;
}

/** Half days of one week that a window may take, in the order of time; no two kinds share any. */
const kinds: readonly { readonly isWeekend: boolean; readonly halves: readonly Half[] }[] = [
  { isWeekend: false, halves: ['morning'] },
  { isWeekend: false, halves: ['afternoon'] },
  { isWeekend: true, halves: ['morning', 'afternoon'] },
];

/** A week has four half days at its weekend and five mornings: so many weeks are enough for every kind. */
const halfDaysAWeek = 4;

/**
 * Every window between two days, none of which shares a half day with another: so a trainer and a place are free in one
 * whatever they do in the others. Public holidays are left out.
 */
export function windowsBetween({ from, until, halfDays }: WindowsAsked): Window[] {
  const weeks = Math.ceil(halfDays / halfDaysAWeek);
  const windows: Window[] = [];
  for (let monday = nextMonday(from); monday.slice(0, 7) <= until; monday = daysLater(monday, 7 * weeks)) {
    const days = Array.from({ length: 7 * weeks }, (_, at) => daysLater(monday, at));
    for (const kind of kinds) {
      const slots = days
        .filter((day) => isWeekend(day) === kind.isWeekend && holidayOn(day) === undefined)
        .flatMap((heldOn) => kind.halves.map((half) => ({ heldOn, half })))
        .slice(0, halfDays);
      const month = slots[0]?.heldOn.slice(0, 7);
      const isInOne = slots.length === halfDays && slots.every(({ heldOn }) => heldOn.slice(0, 7) === month);
      if (isInOne && month && month <= until) windows.push({ month, isWeekend: kind.isWeekend, slots });
    }
  }
  return windows;
}

function nextMonday(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return daysLater(day, (8 - weekday) % 7);
}
