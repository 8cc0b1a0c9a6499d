import type { Instance } from '../../../../server/assignment/engine/instance';
import { chosenBy } from './slow-assignment';

type Outcome = Readonly<Record<string, string | null>>;

/** All fair outcomes of a small instance without minimums and decisions, found by trying every outcome there is. */
export function stableMatchings(instance: Instance): Outcome[] {
  return allOutcomes(instance).filter((outcome) =>
    instance.batches.every(({ id: batch }) => {
      const holders = instance.women.filter(({ id }) => outcome[id] === batch).map(({ id }) => id);
      const chosen = chosenBy(instance, batch, holders);
      if (chosen.size < holders.length) return false;
      return instance.women.every(({ id, list }) => {
        const held = outcome[id] ?? null;
        const better = held === null ? list : list.slice(0, list.indexOf(held));
        return !better.includes(batch) || !chosenBy(instance, batch, [...holders, id]).has(id);
      });
    }),
  );
}

/** Every way to give each woman one batch of her list or none, with no batch over its capacity. */
export function allOutcomes(instance: Instance): Outcome[] {
  return instance.women.reduce<Outcome[]>(
    (outcomes, { id, list }) =>
      outcomes.flatMap((outcome) =>
        [null, ...list]
          .filter((batch) => {
            const seats = instance.batches.find((row) => row.id === batch)?.capacity ?? Infinity;
            return Object.values(outcome).filter((held) => held === batch).length < seats;
          })
          .map((batch) => ({ ...outcome, [id]: batch })),
      ),
    [{}],
  );
}
