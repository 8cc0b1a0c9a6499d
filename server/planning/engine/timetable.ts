import type { Instance } from './instance';

/** A batch and when it is held. */
export interface Held {
  readonly offer: number;
  readonly window: number;
}

interface Taught {
  readonly place: number;
  readonly subject: number;
  readonly trainer: number;
}

/** Which windows still have room: one batch at a place, and for each batch a trainer of its subject who has no other. */
export class Timetable {
  /** What is taught in each window. A window's list is never changed, only replaced. */
  private taught: (readonly Taught[])[];
  private readonly windowsOf: number[][] = [];

  constructor(private readonly instance: Instance) {
    this.taught = instance.windows.map(() => []);
    instance.windows.forEach(({ time }, window) => (this.windowsOf[time] ??= []).push(window));
  }

  hasRoom(offer: number): boolean {
    return this.windowsFor(offer).some((window) => this.with({ offer, window }));
  }

  /** Takes this window, or the first in which place and trainer can be had; trainers change hands where that helps. */
  take(offer: number, only?: number): number | undefined {
    return (only === undefined ? this.windowsFor(offer) : [only]).find((window) => {
      const taught = this.with({ offer, window });
      if (taught) this.taught[window] = taught;
      return taught !== undefined;
    });
  }

  release({ offer, window }: Held): void {
    const { place } = this.instance.offers[offer]!;
    this.taught[window] = this.taught[window]!.filter((one) => one.place !== place);
  }

  copy(): Timetable {
    const copy = new Timetable(this.instance);
    copy.taught = this.taught.slice();
    return copy;
  }

  trainerAt(window: number, place: number): number {
    return this.taught[window]!.find((one) => one.place === place)!.trainer;
  }

  private windowsFor(offer: number): readonly number[] {
    return this.windowsOf[this.instance.offers[offer]!.time] ?? [];
  }

  /** What would be taught in the window with one more batch; undefined where it cannot be. */
  private with({ offer, window }: Held): Taught[] | undefined {
    const { subject, place } = this.instance.offers[offer]!;
    const taught = this.taught[window]!;
    if (!this.instance.placeFree[place]![window] || taught.some((one) => one.place === place))
      return undefined;
    const all = [...taught, { place, subject, trainer: -1 }];
    const trainers = this.trainersFor(window, all);
    return trainers && all.map((one, at) => ({ ...one, trainer: trainers[at]! }));
  }

  /** One trainer for each of these batches, no trainer twice; undefined where there are too few (Kuhn 1955). */
  private trainersFor(window: number, batches: readonly Taught[]): number[] | undefined {
    const { trainers } = this.instance;
    const takenBy = trainers.map(() => -1);
    const seek = (batch: number, seen: boolean[]): boolean => {
      for (const [at, trainer] of trainers.entries()) {
        if (seen[at] || !trainer.free[window] || !trainer.teaches[batches[batch]!.subject]) continue;
        seen[at] = true;
        if (takenBy[at]! < 0 || seek(takenBy[at]!, seen)) {
          takenBy[at] = batch;
          return true;
        }
      }
      return false;
    };
    for (const batch of batches.keys()) if (!seek(batch, [])) return undefined;
    return batches.map((_, batch) => takenBy.indexOf(batch));
  }
}
