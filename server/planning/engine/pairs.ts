import { eligibleGroups, type Instance } from './instance';

/** Who may sit where: a pair is a group and an offer in which it may sit, told by its number. */
export class Pairs {
  readonly groupOf: Int32Array;
  readonly offerOf: Int32Array;
  /** The pairs of an offer follow one another, from `first[offer]` up to `first[offer + 1]`. */
  readonly first: Int32Array;
  readonly ofGroup: readonly Int32Array[];

  constructor(instance: Instance) {
    const eligible = eligibleGroups(instance);
    this.first = new Int32Array(eligible.length + 1);
    eligible.forEach((list, offer) => (this.first[offer + 1] = this.first[offer]! + list.length));
    this.groupOf = Int32Array.from(eligible.flatMap((list) => [...list]));
    this.offerOf = Int32Array.from(eligible.flatMap((list, offer) => [...list].map(() => offer)));
    const ofGroup: number[][] = instance.groups.map(() => []);
    this.groupOf.forEach((group, pair) => ofGroup[group]!.push(pair));
    this.ofGroup = ofGroup.map((its) => Int32Array.from(its));
  }

  /** Offers in which some women of this one may sit too. */
  near(offer: number): number[] {
    const offers = new Set<number>();
    for (let pair = this.first[offer]!; pair < this.first[offer + 1]!; pair += 1)
      for (const other of this.ofGroup[this.groupOf[pair]!]!) offers.add(this.offerOf[other]!);
    return [...offers];
  }
}
