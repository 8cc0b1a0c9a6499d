import type { Instance, Plan } from './engine/instance';
import { Seating } from './engine/seating';
import type { UnmetReason } from './unmet.rules';

/** Of each group with women left, why; undefined where nobody is left. */
export function reasonsFor(instance: Instance, plan: Plan): (UnmetReason | undefined)[] {
  const { groups, offers, trainers, subjectSets, placeSets, timeSets, minimum } = instance;
  const seating = new Seating(instance);
  const waiting = offers.map((_, offer) =>
    seating.eligibleFor(offer).reduce((sum, group) => sum + plan.left[group]!, 0),
  );
  const open = offers.flatMap(({ isClosed }, offer) => (isClosed ? [] : [offer]));
  return groups.map((group, at) => {
    if (plan.left[at] === 0) return undefined;
    const mine = subjectSets[group.subjects]!;
    const isTaught = mine.some((isMine, subject) => isMine && trainers.some((one) => one.teaches[subject]));
    if (!isTaught) return 'trainer';
    if (!open.some((offer) => placeSets[group.places]![offers[offer]!.place])) return 'distance';
    if (!open.some((offer) => timeSets[group.times]![offers[offer]!.time])) return 'time';
    const hers = open.filter((offer) => seating.isEligible(at, offer));
    if (hers.length === 0) return 'time';
    const openable = hers.filter((offer) => plan.openable[offer]);
    if (openable.length === 0) return 'busy';
    return openable.some((offer) => waiting[offer]! >= minimum) ? 'budget' : 'few';
  });
}
