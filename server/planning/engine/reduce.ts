import { mayTake, sum, type Instance, type Offer, type Plan } from './instance';
import { Timetable } from './timetable';

export interface Reduced {
  readonly instance: Instance;
  /** The groups that each group of the reduced instance stands for. */
  readonly groupsOf: readonly (readonly number[])[];
}

/**
 * The same question without what cannot matter to its answer: offers of which no batch could be held or reach its minimum
 * are closed, what is kept though it cannot be held is forgotten, women who may then sit in the very same offers are one
 * group, and who may sit in none is left out.
 */
export function reduce(instance: Instance): Reduced {
  const { groups, minimum } = instance;
  const held = new Timetable(instance);
  const kept = (instance.kept ?? []).filter((offer) => held.take(offer) !== undefined);
  const timetable = new Timetable(instance);
  const all = groups.map((_, group) => group);
  const womenFor = (offer: number) =>
    sum(all.filter((group) => mayTake(instance, group, offer)).map((group) => groups[group]!.women));
  const canBeHeld = (offer: number, { seats, standing = 0, isClosed }: Offer) =>
    !isClosed &&
    standing === 0 &&
    timetable.hasRoom(offer) &&
    (kept.includes(offer) || (seats >= minimum && womenFor(offer) >= Math.max(1, minimum)));
  const offers = instance.offers.map((offer, at) => ({ ...offer, isClosed: !canBeHeld(at, offer) }));
  const isOffered = offers.flatMap(({ standing = 0, isClosed }, at) =>
    isClosed && standing === 0 ? [] : [at],
  );
  const alike = new Map<string, number[]>();
  for (const group of all) {
    const key = isOffered.filter((offer) => mayTake(instance, group, offer)).join(' ');
    if (key !== '') alike.set(key, [...(alike.get(key) ?? []), group]);
  }
  const groupsOf = [...alike.values()];
  const womenOf = (its: readonly number[]) => sum(its.map((group) => groups[group]!.women));
  return {
    instance: {
      ...instance,
      kept,
      offers,
      groups: groupsOf.map((its) => ({ ...groups[its[0]!]!, women: womenOf(its) })),
    },
    groupsOf,
  };
}

/** The reduced instance's plan as one of the whole: of women who are alike in all that matters the first are seated first. */
export function restore({ groups }: Instance, groupsOf: Reduced['groupsOf'], plan: Plan): Plan {
  const left = groups.map(({ women }) => women);
  for (const [at, its] of groupsOf.entries()) {
    let seated = sum(its.map((group) => left[group]!)) - plan.left[at]!;
    for (const group of its) {
      const women = Math.min(seated, left[group]!);
      left[group]! -= women;
      seated -= women;
    }
  }
  return { ...plan, left };
}
