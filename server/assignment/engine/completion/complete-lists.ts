import { balanceWeights } from './balance-weights';
import type { Choices } from './choices';
import { BadInstance } from '../bad-instance';
import { inIdOrder } from '../in-id-order';
import { markOf, orderBlock, type Marks } from './weighted-order';

/** What is registered before the lists are frozen. */
export interface Registration {
  readonly seed: string;
  readonly batches: readonly { readonly id: string; readonly capacity: number }[];
  readonly women: readonly { readonly id: string; readonly needs: readonly Need[] }[];
}

/** One need of a woman, her needs standing in her order. */
export interface Need {
  /** Batches she put in order herself: they come first, as she put them. */
  readonly wishes?: readonly string[];
  /** Every batch of this need that she is eligible for, with the whole kilometres to it. */
  readonly eligible: readonly { readonly batch: string; readonly km: number }[];
}

export interface CompletedLists {
  /** By batch, in `octave`s; published, and frozen before anyone confirms a list. */
  readonly weights: Readonly<Record<string, number>>;
  /** By woman: the batches of her first need, then of her second, and so on. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/**
 * Completes the lists of women who named needs but did not order the batches inside them. Sending everyone to
 * the nearest batch would crowd some and starve others; balanced weights spread them.
 *
 * Deferred acceptance is truthful for whatever strict lists it is given, so it is truthful for the needs too as long
 * as the weights are frozen first: pass the frozen `weights` to complete a later list or a changed one.
 */
export function completeLists(
  registration: Registration,
  frozen?: CompletedLists['weights'],
): CompletedLists {
  const batches = inIdOrder(registration.batches);
  const women = inIdOrder(registration.women);
  const choices = readChoices(women, new Map(batches.map(({ id }, batch) => [id, batch])));
  const weights = frozen
    ? Int32Array.from(batches, ({ id }) => (Object.hasOwn(frozen, id) ? frozen[id]! : 0))
    : balanceWeights(
        choices,
        Int32Array.from(batches, ({ capacity }) => capacity),
      );
  const marks = marksOf(registration.seed, women, batches);
  const lists = women.map((): Set<string> => new Set());
  const needs = women.flatMap((woman) => woman.needs);
  needs.forEach(({ wishes = [] }, block) => {
    const list = lists[choices.woman[block]!]!;
    for (const wish of wishes) list.add(wish);
    orderBlock(choices, block, weights, marks);
    const ordered = choices.batch.subarray(choices.start[block], choices.start[block + 1]);
    for (const batch of ordered) list.add(batches[batch]!.id); // a wish keeps its earlier place
  });
  return {
    weights: Object.fromEntries(batches.map(({ id }, batch) => [id, weights[batch]!])),
    lists: Object.fromEntries(women.map(({ id }, woman) => [id, [...lists[woman]!]])),
  };
}

function readChoices(women: Registration['women'], batches: ReadonlyMap<string, number>): Choices {
  const blocks = women.flatMap(({ id, needs }, woman) =>
    needs.map(({ eligible }, rank) => ({
      woman,
      rank,
      pairs: readPairs(eligible, batches, `woman "${id}"`),
    })),
  );
  let end = 0;
  return {
    start: Uint32Array.from([0, ...blocks.map(({ pairs }) => (end += pairs.length))]),
    woman: Int32Array.from(blocks, ({ woman }) => woman),
    needRank: Uint8Array.from(blocks, ({ rank }) => rank),
    batch: Int32Array.from(blocks.flatMap(({ pairs }) => pairs.map(({ batch }) => batch))),
    km: Uint16Array.from(blocks.flatMap(({ pairs }) => pairs.map(({ km }) => km))),
  };
}

function readPairs(eligible: Need['eligible'], batches: ReadonlyMap<string, number>, where: string) {
  const found = new Set<number>();
  return eligible.map(({ batch: id, km }) => {
    const batch = batches.get(id);
    if (batch === undefined) throw new BadInstance(`${where}: a need names the unknown batch "${id}"`);
    if (found.has(batch)) throw new BadInstance(`${where}: a need names the batch "${id}" twice`);
    if (!Number.isInteger(km) || km < 0 || km > 65_535) {
      throw new BadInstance(`${where}: the way to batch "${id}" must be whole kilometres, not ${km}`);
    }
    found.add(batch);
    return { batch, km };
  });
}

function marksOf(seed: string, women: Registration['women'], batches: Registration['batches']): Marks {
  return {
    women: Uint32Array.from(women, ({ id }) => markOf(seed, id)),
    batches: Uint32Array.from(batches, ({ id }) => markOf(seed, id)),
  };
}
