import { dayOf, daysLater, startOf, type Day } from '../../calendar/days.rules';

const oneHour = 3_600_000;
/** In Shanghai: whoever is reminded earlier has forgotten by the evening. */
const remindsFrom = 9;
const lapsingWithinMs = 24 * oneHour;
/** An offer as fresh as this is on its way to her still. */
const freshMs = 6 * oneHour;

/** The day whose lessons are to be remembered now; nothing before nine in the morning. */
export function dayToRemember(now: Date): Day | undefined {
  const today = dayOf(now);
  const isEarly = now.getTime() < startOf(today).getTime() + remindsFrom * oneHour;
  return isEarly ? undefined : daysLater(today, 1);
}

/** Offers that end before then are in their last day. */
export function lapsingUntil(now: Date): Date {
  return new Date(now.getTime() + lapsingWithinMs);
}

/** Whether an offer that stands is to be spoken of once more: in its last day, unless it has only just been made. */
export function isLapsing(
  offer: { readonly offerUntil: Date | null; readonly changedAt: Date },
  now: Date,
): boolean {
  const { offerUntil, changedAt } = offer;
  if (offerUntil === null || offerUntil <= now || offerUntil > lapsingUntil(now)) return false;
  return now.getTime() - changedAt.getTime() >= freshMs;
}
