import type { Instance, Opened, Plan } from './instance';
import { Seating } from './seating';
import { Timetable, type Held } from './timetable';

/** A plan in the making: what is opened, who sits where, and what is held when by whom. It can always be held as it is. */
export class Draft {
  readonly seating: Seating;
  /** What the officer has settled on comes first, and stays. */
  opened: readonly Held[] = [];
  readonly kept: number;
  private timetable: Timetable;

  constructor(readonly instance: Instance) {
    this.seating = new Seating(instance);
    this.timetable = new Timetable(instance);
    for (const offer of instance.kept ?? []) {
      const window = this.timetable.take(offer);
      if (window === undefined) continue;
      this.seating.keep(offer);
      this.opened = [...this.opened, { offer, window }];
    }
    this.kept = this.opened.length;
  }

  /** The kept ones alone, and then batches of these offers, in these windows where they are said, as far as they can be held. */
  with(batches: readonly { readonly offer: number; readonly window?: number }[]): Draft {
    const draft = new Draft(this.instance);
    for (const { offer, window } of batches) draft.add(offer, window);
    return draft;
  }

  get served(): number {
    return this.seating.served;
  }

  /** How many more women would sit with one more batch; 0 where it cannot be held. */
  gain(offer: number): number {
    const [step, before] = [this.seating.step, this.served];
    const gained = this.seating.open(offer) ? this.served - before : 0;
    this.seating.takeBack(step);
    return this.timetable.hasRoom(offer) ? gained : 0;
  }

  /** Opens one more batch where that can be, and serves at least one more woman. */
  add(offer: number, window?: number): boolean {
    if (this.opened.length >= this.instance.budget) return false;
    const [step, before] = [this.seating.step, this.served];
    const held =
      this.seating.open(offer) && this.served > before ? this.timetable.take(offer, window) : undefined;
    if (held === undefined) this.seating.takeBack(step);
    else this.opened = [...this.opened, { offer, window: held }];
    return held !== undefined;
  }

  drop(batch: Held): void {
    this.opened = this.opened.filter((one) => one !== batch);
    this.seating.close(batch.offer);
    this.timetable.release(batch);
  }

  /** Gives back a deed that makes everything as it is now. */
  mark(): () => void {
    const { opened, timetable } = this;
    const step = this.seating.step;
    this.timetable = timetable.copy();
    return () => {
      this.seating.takeBack(step);
      [this.opened, this.timetable] = [opened, timetable];
    };
  }

  /** Closes every batch whose women can all sit elsewhere. */
  closeNeedless(): void {
    for (const batch of this.opened.slice(this.kept).reverse()) {
      const [before, back] = [this.served, this.mark()];
      this.drop(batch);
      if (this.served < before) back();
    }
  }

  trainerOf({ offer, window }: Held): number {
    return this.timetable.trainerAt(window, this.instance.offers[offer]!.place);
  }

  /** The women of an offer are spread over its batches as evenly as can be, so that each has its minimum. */
  plan(): Plan {
    const { offers, groups } = this.instance;
    const given = offers.map(() => 0);
    const opened = this.opened.map((batch): Opened => {
      const [women, batches] = [this.seating.load[batch.offer]!, this.seating.batches[batch.offer]!];
      const nth = given[batch.offer]!++;
      const hers = Math.floor(women / batches) + (nth < women % batches ? 1 : 0);
      return { ...batch, trainer: this.trainerOf(batch), women: hers };
    });
    return {
      opened,
      standing: offers.map(({ standing = 0 }, offer) => (standing > 0 ? this.seating.load[offer]! : 0)),
      served: this.served,
      left: groups.map((_, group) => this.seating.free[group]!),
    };
  }
}
