import { daysLater, dayOf, type Day } from '../calendar/days.rules';

/** What the published policy looks at when somebody begins to wait. */
export interface WaitingFacts {
  /** Where she lives; its first six digits are her county. */
  readonly villageCode: string;
  readonly batchCounty: string;
  /** Counties that must train all their poor women. */
  readonly coverageCounties: readonly string[];
  /** Courses she completed in the last three years. */
  readonly trained: number;
  /** Since when she has an open need; undefined when she registered none. */
  readonly inNeedSince: Date | undefined;
}

/** Trainings and years beyond this are not told apart, as in the assignment. */
const band = 3;
const trainingYears = 3;
const oneYear = 365.25 * 24 * 60 * 60 * 1000;

/** Completions from this day on count as trainings. */
export function trainedSince(now: Date): Day {
  return daysLater(dayOf(now), -365 * trainingYears);
}

/**
 * Her priority on the waiting list, higher first: the tiers of the assignment in their order, packed as digits.
 * A woman of a full-coverage county in her own county's batch, then one of the batch's county, then another;
 * fewer trainings; more years waited. Who is alike in all of them waits in the order of time (`waitingSince`, id),
 * where the assignment draws lots. It is frozen when she begins to wait, so that nobody slips back while she waits.
 */
export function waitingPriority(facts: WaitingFacts, now: Date): number {
  const { batchCounty, coverageCounties, inNeedSince } = facts;
  const atHome = facts.villageCode.startsWith(batchCounty);
  const county = atHome ? (coverageCounties.includes(batchCounty) ? 2 : 1) : 0;
  const fewTrainings = band - Math.min(band, facts.trained);
  const years = inNeedSince ? Math.floor((now.getTime() - inNeedSince.getTime()) / oneYear) : 0;
  return (county * (band + 1) + fewTrainings) * (band + 1) + Math.min(band, Math.max(0, years));
}

/**
 * Since when she waits. Later than everybody who waits already, also when the clock was set back:
 * who comes later never overtakes by a wrong clock.
 */
export function waitsSince(now: Date, latest: Date | undefined): Date {
  return latest && latest >= now ? new Date(latest.getTime() + 1) : now;
}
