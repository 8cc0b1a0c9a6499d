import { createHash } from 'node:crypto';
import { RegionTree } from '../../regions/region-tree';
import { assign } from '../engine/assign';
import { completeLists, type CompletedLists } from '../engine/completion/complete-lists';
import type { Instance } from '../engine/instance';
import type { Result } from '../engine/result';
import { mayJoinLeaders } from '../../courses/fit.rules';
import { keptReason, seatsForPoor, yearsWaiting, type OutcomeReason } from '../runs.rules';
import type { BatchFacts, Facts, WomanFacts } from './facts';
import { wishesOf, type Wishes } from './lists.rules';
import { Sight } from './sight';

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
    reserves: {
      POOR: seatsForPoor(batch.capacity, capacity, policy.poorPercent, batch.reservedForPoor),
      ...(batch.reservedForNever > 0 && { NEVER: Math.min(capacity, batch.reservedForNever) }),
      ...(batch.reservedForLeaders > 0 && { LEADER: Math.min(capacity, batch.reservedForLeaders) }),
    },
  };
}

/** What each woman would take, in the order of the women. */
function allWishes({ batches, women, regions, policy, today }: Facts): Wishes[] {
  const sight = new Sight(batches, new RegionTree(regions));
  return women.map((woman) => {
    const { villageCode, families, farthestKm } = woman;
    const [settled, asked] = [new Set(woman.settled), new Set(woman.asked)];
    // What she neither wants nor asked for, and what is out of her reach and not her county's, needs no reason.
    const inSight = new Set(sight.from(villageCode, families, farthestKm));
    for (const id of asked) {
      const batch = sight.one(villageCode, id);
      if (batch) inSight.add(batch);
    }
    const thisYear = woman.done.filter(({ on }) => on.slice(0, 4) === today.slice(0, 4)).length;
    const her = {
      ...woman,
      coursesDone: new Set(woman.done.map(({ courseId }) => courseId)),
      hasReachedYearLimit: thisYear >= policy.yearLimit,
      mayJoinLeaders: mayJoinLeaders(woman),
      slotsHeld: new Set(woman.slotsHeld),
    };
    return wishesOf(
      her,
      settled.size > 0 ? [...inSight].filter(({ id }) => !settled.has(id)) : [...inSight],
      asked,
    );
  });
}

function leftOf({ left }: Wishes): OutcomeReason[] {
  return left.map(({ batch, misfits, overlaps }) =>
    misfits.length === 0 && overlaps ? { batch, code: 'OVERLAP' } : { batch, code: 'INELIGIBLE', misfits },
  );
}
