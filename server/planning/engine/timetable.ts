import type { Instance } from './instance';

interface Held {
  readonly window: number;
  readonly place: number;
  readonly subject: number;
}

/** Which windows still have room: one batch at a place, and for each batch a trainer of its subject who has no other. */
export class Timetable {
  /** Batches held in each window, each with the trainer who has it. */
  private readonly held: (Held & { trainer: number })[][];
  private readonly windowsOf: number[][];

  constructor(private readonly instance: Instance) {
    this.held = instance.windows.map(() => []);
    this.windowsOf = [];
    instance.windows.forEach(({ time }, window) => (this.windowsOf[time] ??= []).push(window));
  }

  /** Takes the first window in which place and trainer can be had; trainers change hands where that helps. */
  take(offer: number, isOnlyAsked = false): number | undefined {
    const { subject, place, time } = this.instance.offers[offer]!;
    for (const window of this.windowsOf[time] ?? []) {
      if (!this.instance.placeFree[place]![window]) continue;
      if (this.held[window]!.some((one) => one.place === place)) continue;
      const all = [...this.held[window]!.map((one) => one.subject), subject];
      const trainers = this.trainersFor(window, all);
      if (!trainers) continue;
      if (!isOnlyAsked)
        this.held[window] = [...this.held[window]!, { window, place, subject, trainer: -1 }].map(
          (one, at) => ({ ...one, trainer: trainers[at]! }),
        );
      return window;
    }
    return undefined;
  }

  trainerAt(window: number, place: number): number {
    return this.held[window]!.find((one) => one.place === place)!.trainer;
  }

  /** One trainer for each of these subjects, no trainer twice; undefined where there are too few (Kuhn 1955). */
  private trainersFor(window: number, subjects: readonly number[]): number[] | undefined {
    const { trainers } = this.instance;
    const takenBy = trainers.map(() => -1);
    const seek = (batch: number, seen: boolean[]): boolean => {
      for (const [at, trainer] of trainers.entries()) {
        if (seen[at] || !trainer.free[window] || !trainer.teaches[subjects[batch]!]) continue;
        seen[at] = true;
        if (takenBy[at]! < 0 || seek(takenBy[at]!, seen)) {
          takenBy[at] = batch;
          return true;
        }
      }
      return false;
    };
    for (const batch of subjects.keys()) if (!seek(batch, [])) return undefined;
    return subjects.map((_, batch) => takenBy.indexOf(batch));
  }
}
