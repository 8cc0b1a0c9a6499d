import { eligibleGroups, mayTake, sum, type Instance, type Plan } from './engine/instance';
import { Timetable } from './engine/timetable';
import type { UnmetReason } from './unmet.rules';

/** Of each group with women left, why; undefined where nobody is left. */
export function reasonsFor(instance: Instance, plan: Plan): (UnmetReason | undefined)[] {
  const { groups, offers, trainers, subjectSets, placeSets, timeSets, minimum } = instance;
  const waiting = eligibleGroups(instance).map((its) => sum(its.map((group) => plan.left[group]!)));
  const timetable = new Timetable(instance);
  for (const { offer, window } of plan.opened) timetable.take(offer, window);
  const isOpenable = offers.map((_, offer) => timetable.hasRoom(offer));
  const open = offers.flatMap(({ isClosed }, offer) => (isClosed ? [] : [offer]));
  return groups.map((group, at) => {
    if (plan.left[at] === 0) return undefined;
    const mine = subjectSets[group.subjects]!;
    const isTaught = mine.some((isMine, subject) => isMine && trainers.some((one) => one.teaches[subject]));
    if (!isTaught) return 'trainer';
    if (!open.some((offer) => placeSets[group.places]![offers[offer]!.place])) return 'distance';
    if (!open.some((offer) => timeSets[group.times]![offers[offer]!.time])) return 'time';
    const hers = open.filter((offer) => mayTake(instance, at, offer));
    if (hers.length === 0) return 'time';
    const openable = hers.filter((offer) => isOpenable[offer]);
    if (openable.length === 0) return 'busy';
    return openable.some((offer) => waiting[offer]! >= minimum) ? 'budget' : 'few';
  });
}
