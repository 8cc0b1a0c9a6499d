/**
 * What batches are proposed from; nothing else reaches the engine. A batch is held for a subject, at a place, in a window;
 * a woman may sit in it when her subjects, her places and her times all say so. Everything is told by numbers from 0 on.
 */
export interface Instance {
  /** Women who are alike in all that matters, and how many they are. */
  readonly groups: readonly Group[];
  /** Sets of subjects, places and times of which the groups name one each: `sets[set][subject]`. */
  readonly subjectSets: readonly (readonly boolean[])[];
  readonly placeSets: readonly (readonly boolean[])[];
  readonly timeSets: readonly (readonly boolean[])[];
  /** What may be opened. */
  readonly offers: readonly Offer[];
  /** Each window belongs to one time: a month's weekdays, or its weekends. */
  readonly windows: readonly { readonly time: number }[];
  /** `isFree[place][window]`. */
  readonly placeFree: readonly (readonly boolean[])[];
  readonly trainers: readonly Trainer[];
  /** With fewer women than this a batch is not held. */
  readonly minimum: number;
  /** How many batches may be opened beside those that stand, those that are kept among them. */
  readonly budget: number;
  /** Offers of which a batch is opened before anything else, whatever it seats: what the officer has settled on. */
  readonly kept?: readonly number[];
}

export interface Group {
  readonly women: number;
  readonly subjects: number;
  readonly places: number;
  readonly times: number;
}

export interface Offer {
  readonly subject: number;
  readonly place: number;
  readonly time: number;
  readonly seats: number;
  /** How many batches of it stand already: they seat women first, and cost nothing. */
  readonly standing?: number;
  /** It stands with the seats that it has, but no more of it may be opened. */
  readonly isClosed?: boolean;
}

export interface Trainer {
  /** `teaches[subject]`. */
  readonly teaches: readonly boolean[];
  /** `free[window]`. */
  readonly free: readonly boolean[];
}

/** A batch that is proposed. */
export interface Opened {
  readonly offer: number;
  readonly window: number;
  readonly trainer: number;
  /** How many women it seats. */
  readonly women: number;
}

export interface Plan {
  readonly opened: readonly Opened[];
  /** Women seated by what stands already, in the order of the offers; 0 for the others. */
  readonly standing: readonly number[];
  /** Women in all. */
  readonly served: number;
  /** Of each group, how many are left without a seat. */
  readonly left: readonly number[];
}

/** Whether the women of a group may sit in a batch of this offer. */
export function mayTake(instance: Instance, group: number, offer: number): boolean {
  const { subjects, places, times } = instance.groups[group]!;
  const { subject, place, time } = instance.offers[offer]!;
  return (
    instance.subjectSets[subjects]![subject]! &&
    instance.placeSets[places]![place]! &&
    instance.timeSets[times]![time]!
  );
}

/** Of each offer, the groups that may sit in it. */
export function eligibleGroups(instance: Instance): Int32Array[] {
  const groups = instance.groups.map((_, group) => group);
  return instance.offers.map((_, offer) =>
    Int32Array.from(groups.filter((group) => mayTake(instance, group, offer))),
  );
}

export function sum(numbers: ArrayLike<number>): number {
  return Array.from(numbers).reduce((total, number) => total + number, 0);
}
