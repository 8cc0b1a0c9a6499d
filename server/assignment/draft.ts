import { createHash } from 'node:crypto';
import type { Completion } from '../courses/completion.entity';
import type { WholeBatch } from '../courses/batches.queries';
import type { RegionTree } from '../regions/region-tree';
import { assign } from './engine/assign';
import type { Result } from './engine/result';
import type { Instance } from './engine/instance';
import type { MissingTier } from './engine/priority';
import { completeLists, type CompletedLists } from './engine/completion/complete-lists';
import { wishesOf, type Wishes } from './lists.rules';
import type { AssignmentPolicy, OutcomeReason, RunBatch, RunOutcome } from './run.entity';
import type { Candidate } from './runs.queries';
import { seatsForPoor, yearsWaiting } from './runs.rules';

/** Everything a dry run is computed from. */
export interface DraftInput {
  readonly seed: string;
  readonly policy: Pick<AssignmentPolicy, 'poorPercent' | 'coverageCounties'>;
  readonly batches: readonly WholeBatch[];
  readonly candidates: readonly Candidate[];
  readonly slotsHeld: ReadonlyMap<string, ReadonlySet<string>>;
  readonly completions: ReadonlyMap<string, readonly Completion[]>;
  /** Batches each woman signed up for by name, and those in which she has a seat, waits, or was removed. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
  readonly settled: ReadonlyMap<string, ReadonlySet<string>>;
  readonly regions: RegionTree;
  readonly now: Date;
}

export interface Draft {
  readonly instance: Instance;
  /** How strongly each batch pulled when the lists were completed: frozen with the run. */
  readonly weights: CompletedLists['weights'];
  readonly resultHash: string;
  readonly inputHash: string;
  readonly engineVersion: string;
  readonly batches: readonly Omit<RunBatch, 'runId'>[];
  readonly outcomes: readonly Omit<RunOutcome, 'runId'>[];
}

const none: ReadonlySet<string> = new Set();

/** From registered facts to lists, through the engine, to one reason for each woman and batch. Decides nothing of its own. */
export function draft(input: DraftInput): Draft {
  const { batches, policy, candidates, now } = input;
  const wishes = new Map(candidates.map((candidate) => [candidate.woman.id, wishesIn(candidate, input)]));
  const free = new Map(batches.map(({ batch }) => [batch.id, Math.max(0, batch.capacity - batch.taken)]));
  const { lists, weights } = completeLists({
    seed: input.seed,
    batches: batches.map(({ batch }) => ({ id: batch.id, capacity: free.get(batch.id)! })),
    women: candidates.map(({ woman }) => ({ id: woman.id, needs: wishes.get(woman.id)!.needs })),
  });
  const instance: Instance = {
    seed: input.seed,
    coverageCounties: policy.coverageCounties,
    women: candidates.map(({ woman, since }) => {
      const done = input.completions.get(woman.id)?.length ?? 0;
      return {
        id: woman.id,
        county: woman.villageCode.slice(0, 6),
        groups: [
          ...(woman.isRegisteredPoor ? (['POOR'] as const) : []),
          ...(done === 0 ? (['NEVER'] as const) : []),
          ...(woman.isLeader ? (['LEADER'] as const) : []),
        ],
        trained: Math.min(3, done),
        waiting: yearsWaiting(since, now),
        list: lists[woman.id]!,
      };
    }),
    batches: batches.map(({ batch }) => {
      const capacity = free.get(batch.id)!;
      const { poorPercent } = policy;
      return {
        id: batch.id,
        county: batch.countyCode,
        capacity,
        minimum: Math.min(capacity, Math.max(0, batch.minimum - batch.taken)),
        reserves: { POOR: seatsForPoor(batch.capacity, capacity, poorPercent, batch.reservedForPoor) },
      };
    }),
  };
  const result = assign(instance);
  const poor = new Set(candidates.filter(({ woman }) => woman.isRegisteredPoor).map(({ woman }) => woman.id));
  const seated = Object.entries(result.assigned);
  return {
    instance,
    weights,
    resultHash: hashOf(result),
    inputHash: result.inputHash,
    engineVersion: result.engineVersion,
    batches: instance.batches.map(({ id, capacity, minimum }) => {
      const women = seated.filter(([, batch]) => batch === id).map(([woman]) => woman);
      const closed = result.closed.find(({ batch }) => batch === id);
      return {
        batchId: id,
        free: capacity,
        minimum,
        placed: women.length,
        placedPoor: women.filter((woman) => poor.has(woman)).length,
        closedWith: closed ? closed.had : null,
      };
    }),
    outcomes: candidates.map(({ woman }) => ({
      womanId: woman.id,
      batchId: result.assigned[woman.id] ?? null,
      reasons: [...(result.reasons[woman.id] ?? []).map(keepWhatIsSaid), ...leftOf(wishes.get(woman.id)!)],
    })),
  };
}

/** SHA-256 of the engine's whole answer, byte for byte: a replay must come to the same. */
export function hashOf(result: Result): string {
  return createHash('sha256').update(JSON.stringify(result)).digest('hex');
}

function wishesIn({ woman, her }: Candidate, input: DraftInput): Wishes {
  const held = input.slotsHeld.get(woman.id) ?? none;
  const settled = input.settled.get(woman.id) ?? none;
  const coursesDone = new Set((input.completions.get(woman.id) ?? []).map(({ courseId }) => courseId));
  const seen = input.batches
    .filter(({ batch }) => !settled.has(batch.id))
    .map(({ batch, course, venue, sessions }) => ({
      id: batch.id,
      startsOn: batch.startsOn,
      courseId: course.id,
      family: course.family,
      reading: course.reading,
      isHeavy: course.isHeavy,
      km: input.regions.distance(her.villageCode, venue.regionCode).km,
      days: sessions.map(({ heldOn }) => heldOn),
      overlaps: sessions.some(({ heldOn, half }) => held.has(`${heldOn} ${half}`)),
    }));
  return wishesOf({ ...her, coursesDone }, seen, input.asked.get(woman.id) ?? none);
}

function leftOf({ left }: Wishes): OutcomeReason[] {
  return left.map(({ batch, misfits, overlaps }) =>
    misfits.length === 0 && overlaps ? { batch, code: 'OVERLAP' } : { batch, code: 'INELIGIBLE', misfits },
  );
}

/** Of the engine's reasons, what a sentence needs; the rest can be computed again from the instance. */
function keepWhatIsSaid(reason: {
  batch: string;
  code: OutcomeReason['code'];
  missing?: MissingTier;
  had?: number;
  minimum?: number;
}): OutcomeReason {
  const { batch, code, missing, had, minimum } = reason;
  return {
    batch,
    code,
    ...(missing !== undefined && { missing }),
    ...(had !== undefined && { had, minimum }),
  };
}
