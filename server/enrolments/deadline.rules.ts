import { dayOf, daysLater, startOf } from '../calendar/days.rules';

/** The hours of a day in Shanghai that count: from the first until before the second. */
export interface Daytime {
  readonly from: number;
  readonly until: number;
}

const oneHour = 60 * 60 * 1000;

/** The instant at which so many hours of daytime have passed: a phone that rings at night is no fair warning. */
export function afterDaytime(now: Date, hours: number, { from, until }: Daytime): Date {
  let left = hours * oneHour;
  for (let day = dayOf(now); ; day = daysLater(day, 1)) {
    const midnight = startOf(day).getTime();
    const begins = Math.max(now.getTime(), midnight + from * oneHour);
    const usable = Math.max(0, midnight + until * oneHour - begins);
    if (left <= usable) return new Date(begins + left);
    left -= usable;
  }
}

/** How long an offer stands: the daytime hours of the settings, but never past the day on which the batch begins. */
export function offerDeadline(now: Date, hours: number, daytime: Daytime, startOfFirstDay: Date): Date {
  return new Date(Math.min(afterDaytime(now, hours, daytime).getTime(), startOfFirstDay.getTime()));
}
