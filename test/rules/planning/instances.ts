import fc from 'fast-check';
import type { Instance } from '../../../server/planning/engine/instance';

interface Size {
  readonly groups: number;
  readonly subjects: number;
  readonly places: number;
  readonly times: number;
  readonly windows: number;
  readonly trainers: number;
}

const flags = (length: number) => fc.array(fc.boolean(), { minLength: length, maxLength: length });

/** Instances of all kinds: scattered women, busy trainers and places, batches that stand already, budgets of none. */
export function instances(most: Size): fc.Arbitrary<Instance> {
  return fc
    .record({
      subjects: fc.integer({ min: 1, max: most.subjects }),
      places: fc.integer({ min: 1, max: most.places }),
      times: fc.integer({ min: 1, max: most.times }),
      windows: fc.integer({ min: 1, max: most.windows }),
      trainers: fc.integer({ min: 0, max: most.trainers }),
    })
    .chain(({ subjects, places, times, windows, trainers }) => {
      const set = fc.integer({ min: 0, max: 2 });
      const sets = (length: number) => fc.array(flags(length), { minLength: 3, maxLength: 3 });
      return fc.record({
        groups: fc.array(
          fc.record({ women: fc.integer({ min: 1, max: 4 }), subjects: set, places: set, times: set }),
          { minLength: 1, maxLength: most.groups },
        ),
        ...{ subjectSets: sets(subjects), placeSets: sets(places), timeSets: sets(times) },
        offers: fc.uniqueArray(
          fc.record({
            subject: fc.integer({ min: 0, max: subjects - 1 }),
            place: fc.integer({ min: 0, max: places - 1 }),
            time: fc.integer({ min: 0, max: times - 1 }),
            seats: fc.integer({ min: 1, max: 6 }),
          }),
          {
            selector: ({ subject, place, time }) => `${subject} ${place} ${time}`,
            minLength: 1,
            maxLength: 6,
          },
        ),
        windows: fc.array(fc.record({ time: fc.integer({ min: 0, max: times - 1 }) }), {
          ...{ minLength: windows, maxLength: windows },
        }),
        placeFree: fc.array(flags(windows), { minLength: places, maxLength: places }),
        trainers: fc.array(fc.record({ teaches: flags(subjects), free: flags(windows) }), {
          ...{ minLength: trainers, maxLength: trainers },
        }),
        minimum: fc.integer({ min: 1, max: 3 }),
        budget: fc.integer({ min: 0, max: 3 }),
        standing: fc.boolean(),
      });
    })
    .map(({ standing, ...instance }) => ({
      ...instance,
      offers: standing
        ? instance.offers.map((offer, at) => (at === 0 ? { ...offer, standing: 1, isClosed: true } : offer))
        : instance.offers,
    }));
}
