import { createHash } from 'node:crypto';
import { RegionTree } from '../../regions/region-tree';
import { assign } from '../engine/assign';
import { completeLists, type CompletedLists } from '../engine/completion/complete-lists';
import type { Instance } from '../engine/instance';
import type { Result } from '../engine/result';
import { keptReason, seatsForPoor, yearsWaiting, type OutcomeReason } from '../runs.rules';
import type { BatchFacts, Facts, WomanFacts } from './facts';
import { wishesOf, type SeenBatch, type Wishes } from './lists.rules';

export interface Draft {
  readonly instance: Instance;
  /** How strongly each batch pulled when the lists were completed: frozen with the run. */
  readonly weights: CompletedLists['weights'];
  readonly resultHash: string;
  readonly inputHash: string;
  readonly engineVersion: string;
  readonly placed: number;
  readonly batches: readonly DraftedBatch[];
  readonly outcomes: readonly DraftedOutcome[];
}

export interface DraftedBatch {
  readonly batchId: string;
  readonly free: number;
  readonly minimum: number;
  readonly reservedForPoor: number;
  readonly placed: number;
  readonly placedPoor: number;
  readonly closedWith: number | null;
}

export interface DraftedOutcome {
  readonly womanId: string;
  readonly villageCode: string;
  readonly batchId: string | null;
  readonly reasons: readonly OutcomeReason[];
}

/** From registered facts to lists, through the engine, to one reason for each woman and batch. Decides nothing of its own. */
export function draft(facts: Facts): Draft {
  const wishes = allWishes(facts);
  const { lists, weights } = completeLists({
    seed: facts.seed,
    batches: facts.batches.map((batch) => ({ id: batch.id, capacity: freeIn(batch) })),
    women: facts.women.map(({ id }, at) => ({ id, needs: wishes[at]!.needs })),
  });
  const instance: Instance = {
    seed: facts.seed,
    coverageCounties: facts.policy.coverageCounties,
    women: facts.women.map((woman) => womanRow(woman, lists[woman.id]!, facts)),
    batches: facts.batches.map((batch) => batchRow(batch, facts)),
    ...(facts.pins.length > 0 && { pins: facts.pins }),
    ...(facts.bars.length > 0 && { bars: facts.bars }),
    ...(facts.waived.length > 0 && { waived: facts.waived }),
  };
  const result = assign(instance);
  const outcomes = facts.women.map(({ id, villageCode }, at) => ({
    womanId: id,
    villageCode,
    batchId: result.assigned[id] ?? null,
    reasons: [...(result.reasons[id] ?? []).map(keptReason), ...leftOf(wishes[at]!)],
  }));
  return {
    instance,
    weights,
    resultHash: hashOf(result),
    inputHash: result.inputHash,
    engineVersion: result.engineVersion,
    placed: outcomes.filter(({ batchId }) => batchId !== null).length,
    batches: batchesOf(instance, result),
    outcomes,
  };
}

/** SHA-256 of the engine's whole answer, byte for byte: a replay must come to the same. */
export function hashOf(result: Result): string {
  return createHash('sha256').update(JSON.stringify(result)).digest('hex');
}

/** What the result says of each batch of an instance. */
export function batchesOf({ women, batches }: Instance, result: Result): DraftedBatch[] {
  const placed = new Map<string, { all: number; poor: number }>();
  for (const { id, groups } of women) {
    const batch = result.assigned[id];
    if (batch === null || batch === undefined) continue;
    const count = placed.get(batch) ?? { all: 0, poor: 0 };
    count.all += 1;
    if (groups.includes('POOR')) count.poor += 1;
    placed.set(batch, count);
  }
  const closed = new Map(result.closed.map(({ batch, had }) => [batch, had]));
  return batches.map(({ id, capacity, minimum, reserves }) => ({
    batchId: id,
    free: capacity,
    minimum,
    reservedForPoor: reserves.POOR ?? 0,
    placed: placed.get(id)?.all ?? 0,
    placedPoor: placed.get(id)?.poor ?? 0,
    closedWith: closed.get(id) ?? null,
  }));
}

function freeIn({ capacity, taken }: BatchFacts): number {
  return Math.max(0, capacity - taken);
}

function womanRow(
  woman: WomanFacts,
  list: readonly string[],
  { now, today }: Facts,
): Instance['women'][number] {
  const threeYearsAgo = `${Number(today.slice(0, 4)) - 3}${today.slice(4)}`;
  const trained = woman.done.filter(({ on }) => on >= threeYearsAgo).length;
  return {
    id: woman.id,
    county: woman.villageCode.slice(0, 6),
    groups: [
      ...(woman.isRegisteredPoor ? (['POOR'] as const) : []),
      ...(woman.done.length === 0 ? (['NEVER'] as const) : []),
      ...(woman.isLeader ? (['LEADER'] as const) : []),
    ],
    trained: Math.min(3, trained),
    waiting: yearsWaiting(new Date(woman.since), new Date(now)),
    list,
  };
}

function batchRow(batch: BatchFacts, { policy }: Facts): Instance['batches'][number] {
  const capacity = freeIn(batch);
  return {
    id: batch.id,
    county: batch.county,
    capacity,
    minimum: Math.min(capacity, Math.max(0, batch.minimum - batch.taken)),
    reserves: { POOR: seatsForPoor(batch.capacity, capacity, policy.poorPercent, batch.reservedForPoor) },
  };
}

/** Looks only at the batches of what she wants and of what she asked for by name; ways are measured once for each village. */
function allWishes({ batches, women, regions, policy, today }: Facts): Wishes[] {
  const tree = new RegionTree(regions);
  const byFamily = new Map<string, BatchFacts[]>();
  for (const batch of batches) byFamily.set(batch.family, [...(byFamily.get(batch.family) ?? []), batch]);
  const byId = new Map(batches.map((batch) => [batch.id, batch]));
  const ways = new Map<string, number>();
  const kmBetween = (from: string, to: string): number => {
    const way = `${from} ${to}`;
    const km = ways.get(way) ?? tree.distance(from, to).km;
    ways.set(way, km);
    return km;
  };
  return women.map((woman) => {
    const { villageCode } = woman;
    const [held, settled, asked] = [new Set(woman.slotsHeld), new Set(woman.settled), new Set(woman.asked)];
    const wanted = new Set(woman.families.flatMap((family) => byFamily.get(family) ?? []));
    for (const id of asked) if (byId.has(id)) wanted.add(byId.get(id)!);
    const seen = [...wanted]
      .filter(({ id }) => !settled.has(id))
      .map((batch): SeenBatch => {
        const { id, startsOn, courseId, family, reading, isHeavy, days } = batch;
        return {
          ...{ id, startsOn, courseId, family, reading, isHeavy, days },
          km: kmBetween(villageCode, batch.regionCode),
          overlaps: held.size > 0 && batch.slots.some((slot) => held.has(slot)),
          isNear: villageCode.startsWith(batch.county),
        };
      });
    const coursesDone = new Set(woman.done.map(({ courseId }) => courseId));
    const thisYear = woman.done.filter(({ on }) => on.slice(0, 4) === today.slice(0, 4)).length;
    return wishesOf(
      { ...woman, coursesDone, hasReachedYearLimit: thisYear >= policy.yearLimit },
      seen,
      asked,
    );
  });
}

function leftOf({ left }: Wishes): OutcomeReason[] {
  return left.map(({ batch, misfits, overlaps }) =>
    misfits.length === 0 && overlaps ? { batch, code: 'OVERLAP' } : { batch, code: 'INELIGIBLE', misfits },
  );
}
