import fc from 'fast-check';
import { bound } from '../../../server/planning/engine/bound';
import { exact } from '../../../server/planning/engine/exact';
import type { Instance, Plan } from '../../../server/planning/engine/instance';
import { propose } from '../../../server/planning/engine/propose';
import { Seating } from '../../../server/planning/engine/seating';
import { suggest } from '../../../server/planning/engine/suggest';
import { Timetable } from '../../../server/planning/engine/timetable';
import { bestByTrying } from './best-by-trying';
import { instances } from './instances';

const small = instances({ groups: 5, subjects: 2, places: 2, times: 2, windows: 3, trainers: 2 });
const larger = instances({ groups: 25, subjects: 4, places: 5, times: 4, windows: 8, trainers: 4 });

/** Everything that makes a plan one that can be held. */
function mustStand(instance: Instance, plan: Plan): void {
  const { offers, windows, placeFree, trainers, groups, minimum, budget } = instance;
  expect(plan.opened.length).toBeLessThanOrEqual(budget);
  const taken = new Set<string>();
  for (const { offer, window, trainer, women } of plan.opened) {
    const { subject, place, time, seats, isClosed } = offers[offer]!;
    expect(isClosed).not.toBe(true);
    expect(windows[window]!.time).toBe(time);
    expect([
      placeFree[place]![window],
      trainers[trainer]!.free[window],
      trainers[trainer]!.teaches[subject],
    ]).toEqual([true, true, true]);
    for (const key of [`${window} place ${place}`, `${window} trainer ${trainer}`]) {
      expect(taken.has(key)).toBe(false);
      taken.add(key);
    }
    expect(women).toBeGreaterThanOrEqual(minimum);
    expect(women).toBeLessThanOrEqual(seats);
  }
  const all = groups.reduce((sum, { women }) => sum + women, 0);
  const left = plan.left.reduce((sum, women) => sum + women, 0);
  const seated =
    plan.opened.reduce((sum, { women }) => sum + women, 0) +
    plan.standing.reduce((sum, women) => sum + women, 0);
  // Each woman sits once or is left: nobody is counted twice, nobody is lost.
  expect([plan.served, seated]).toEqual([all - left, all - left]);
  plan.left.forEach((women, group) => {
    expect(women).toBeGreaterThanOrEqual(0);
    expect(women).toBeLessThanOrEqual(groups[group]!.women);
  });
  expect(canSit(instance, plan)).toBe(true);
}

/** Whether those who are said to be served can all sit where their distance, months and wishes allow. */
function canSit(instance: Instance, plan: Plan): boolean {
  const served = instance.groups.map((group, at) => ({ ...group, women: group.women - plan.left[at]! }));
  const seating = new Seating({ ...instance, groups: served });
  instance.offers.forEach(({ seats, standing = 0 }, offer) => {
    const opened = plan.opened.filter((one) => one.offer === offer).length;
    if (standing + opened > 0) seating.open(offer, seats * (standing + opened));
  });
  return seating.free.every((women) => women === 0);
}

describe('Suggested batches', () => {
  it('clash in no window, keep to minimum, seats and budget, and count each woman once', () => {
    fc.assert(
      fc.property(larger, (instance) => mustStand(instance, propose(instance))),
      { numRuns: 300 },
    );
  });

  it('serve no more than the best that trying everything finds, and the bound no less', () => {
    fc.assert(
      fc.property(small, (instance) => {
        const best = bestByTrying(instance);
        const { served } = propose(instance);
        expect(served).toBeLessThanOrEqual(best);
        expect(bound(instance, served, 60)).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  it('with the integer program are the best that trying everything finds', async () => {
    let [bounds, plans] = [0, 0];
    await fc.assert(
      fc.asyncProperty(small, async (instance) => {
        const found = await exact(instance, 5);
        if (!found) return;
        bounds += 1;
        expect(found.bound).toBe(bestByTrying(instance));
        if (!found.plan) return;
        plans += 1;
        mustStand(instance, found.plan);
      }),
      // Of most small instances nothing can be opened, and no program is written.
      { numRuns: 600 },
    );
    expect(Math.min(bounds, plans)).toBeGreaterThan(60);
  });

  it('are said to be at most so far from the best, and never better than the bound', async () => {
    await fc.assert(
      fc.asyncProperty(larger, async (instance) => {
        const { plan, bound: most } = await suggest(instance, {
          ...{ exactSeconds: 2, boundRounds: 40, boundSeconds: 2 },
        });
        mustStand(instance, plan);
        expect(plan.served).toBeLessThanOrEqual(most!);
      }),
      { numRuns: 60 },
    );
  });

  it('of a budget of batches alone serve at least 1 − 1/e of the best', () => {
    const free = small.map((instance) => ({
      ...instance,
      minimum: 1,
      placeFree: instance.placeFree.map((windows) => windows.map(() => true)),
      // A trainer for every batch, and a window for each.
      trainers: Array.from({ length: 6 }, () => ({
        teaches: instance.subjectSets[0]!.map(() => true),
        free: instance.windows.map(() => true),
      })),
      budget: 1 + (instance.budget % 2),
    }));
    fc.assert(
      fc.property(free, (instance) => {
        const best = bestByTrying({ ...instance, trainers: instance.trainers.slice(0, 2) });
        expect(propose(instance).served).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('count on those who leave a seat that stands already to another', () => {
    const instance: Instance = {
      groups: [
        { women: 2, subjects: 0, places: 0, times: 1 },
        { women: 2, subjects: 0, places: 0, times: 0 },
      ],
      ...{ subjectSets: [[true]], placeSets: [[true]] },
      timeSets: [
        [false, true],
        [true, true],
      ],
      offers: [
        { subject: 0, place: 0, time: 1, seats: 2, standing: 1, isClosed: true },
        { subject: 0, place: 0, time: 0, seats: 2 },
      ],
      ...{ windows: [{ time: 0 }], placeFree: [[true]], trainers: [{ teaches: [true], free: [true] }] },
      ...{ minimum: 1, budget: 1 },
    };
    expect(propose(instance).served).toBe(4);
  });

  it('begin with what the officer has settled on, wherever it can be held', () => {
    let held = 0;
    fc.assert(
      fc.property(larger, (instance) => {
        const [settled] = instance.offers.flatMap(({ isClosed }, at) => (isClosed ? [] : [at])).slice(-1);
        if (settled === undefined) return;
        const canBeHeld = new Timetable(instance).take(settled, true) !== undefined;
        const { opened } = propose({ ...instance, kept: [settled], budget: 1 });
        expect(opened.length).toBeLessThanOrEqual(1);
        expect(opened[0]?.offer === settled).toBe(canBeHeld);
        if (canBeHeld) held += 1;
      }),
      { numRuns: 500 },
    );
    expect(held).toBeGreaterThan(20);
  });
});
