import { daysLater, isDay, type Day } from '../../calendar/days.rules';
import type { Refused } from '../../http/refusals';

/** Where many needs are heard at once; the notice names all three. */
export const sittingKinds = ['visit', 'questionnaire', 'meeting'] as const;
export type SittingKind = (typeof sittingKinds)[number];

export const sittingKindNames: Readonly<Record<SittingKind, string>> = {
  visit: '入户走访',
  questionnaire: '问卷',
  meeting: '座谈会',
};

/** Paper that is older says nothing about what she wants now. */
export const oldestSittingDays = 365;

/** It was held today or at most a year ago. */
export function decideSitting(heldOn: Day, today: Day): { heldOn: Day } | Refused {
  const isInTime = isDay(heldOn) && heldOn <= today && heldOn >= daysLater(today, -oldestSittingDays);
  return isInTime ? { heldOn } : { refused: 'sitting.dayWrong' };
}
