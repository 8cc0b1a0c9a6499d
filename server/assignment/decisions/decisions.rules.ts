import type { BatchFacts } from '../drafting/facts';
import type { Pair } from '../engine/instance';
import type { RefusalCode } from '../../http/refusals';

/** A seat given, a pair struck, a minimum waived: what an officer may decide before a run is published. */
export const decisionKinds = ['pin', 'bar', 'waive'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const decisionNames: Readonly<Record<DecisionKind, string>> = {
  pin: '指定进班',
  bar: '不安排进班',
  waive: '人少也开班',
};

export interface Decision {
  readonly kind: DecisionKind;
  /** Null for a waived minimum. */
  readonly womanId: string | null;
  readonly batchId: string;
}

export interface DecisionFacts {
  /** Those that stand, without the proposed one. */
  readonly standing: readonly Decision[];
  /** Seats that the batch has to give. */
  readonly free: number;
  /** She has a seat there, waits, or said no. */
  readonly isSettled: boolean;
  /** The title of another batch in which she has a seat in one of its half days. */
  readonly clashesWith: string | undefined;
}

/** Whether an officer may decide this; `same` when it stands already. */
export function judgeDecision(
  proposed: Decision,
  { standing, free, isSettled, clashesWith }: DecisionFacts,
): { may: true } | { same: true } | { refused: RefusalCode; about?: Record<string, string> } {
  const { kind, womanId, batchId } = proposed;
  if (standing.some((one) => isSame(one, proposed))) return { same: true };
  if (kind === 'waive') return { may: true };
  const hers = standing.filter((one) => one.womanId === womanId);
  if (kind === 'bar')
    return hers.some((one) => one.kind === 'pin' && one.batchId === batchId)
      ? { refused: 'decision.pinned' }
      : { may: true };
  if (hers.some((one) => one.kind === 'pin')) return { refused: 'decision.pinned' };
  if (hers.some((one) => one.kind === 'bar' && one.batchId === batchId))
    return { refused: 'decision.barred' };
  if (isSettled) return { refused: 'decision.settled' };
  if (clashesWith !== undefined) return { refused: 'decision.clash', about: { with: clashesWith } };
  const pinned = standing.filter((one) => one.kind === 'pin' && one.batchId === batchId).length;
  return pinned >= free ? { refused: 'decision.noSeat' } : { may: true };
}

function isSame(one: Decision, other: Decision): boolean {
  return one.kind === other.kind && one.womanId === other.womanId && one.batchId === other.batchId;
}

/**
 * Which decisions hold for a dry run, in the order in which they were made: those whose woman and batch still take part,
 * a pin only while the batch has a seat for it.
 */
export function decisionsInForce(
  decisions: readonly Decision[],
  batches: readonly Pick<BatchFacts, 'id' | 'capacity' | 'taken'>[],
  women: ReadonlySet<string>,
): { readonly pins: Pair[]; readonly bars: Pair[]; readonly waived: string[] } {
  const free = new Map(batches.map(({ id, capacity, taken }) => [id, Math.max(0, capacity - taken)]));
  const [pins, bars, waived]: [Pair[], Pair[], string[]] = [[], [], []];
  for (const { kind, womanId, batchId } of decisions) {
    const seats = free.get(batchId);
    if (seats === undefined) continue;
    if (kind === 'waive') waived.push(batchId);
    else if (womanId === null || !women.has(womanId)) continue;
    else if (kind === 'bar') bars.push({ woman: womanId, batch: batchId });
    else if (seats > 0) {
      pins.push({ woman: womanId, batch: batchId });
      free.set(batchId, seats - 1);
    }
  }
  return { pins, bars, waived };
}
