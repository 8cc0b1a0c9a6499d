/**
 * What one assignment run is computed from; nothing else reaches the engine.
 * Rows may stand in any order. Ids are compared as JavaScript compares strings.
 */
export interface Instance {
  /** Published draw: with it anyone can compute every woman's lottery number. */
  readonly seed: string;
  /** Counties whose own women come first in their own county's batches. */
  readonly coverageCounties: readonly string[];
  readonly women: readonly WomanRow[];
  readonly batches: readonly BatchRow[];
  /** Seats an officer gave before the run. */
  readonly pins?: readonly Pair[];
  /** Pairs an officer struck before the run. */
  readonly bars?: readonly Pair[];
  /** Batches whose minimum an officer waived. */
  readonly waived?: readonly string[];
}

export interface WomanRow {
  readonly id: string;
  readonly county: string;
  readonly groups: readonly Group[];
  /** Trainings in the last three years; more than 3 counts as 3. */
  readonly trained: number;
  /** Years waited; more than 3 counts as 3. */
  readonly waiting: number;
  /** The batches she would take, the best first. */
  readonly list: readonly string[];
  /** Whole number, higher is better; stands in for the number drawn from the seed. */
  readonly lottery?: number;
}

export interface BatchRow {
  readonly id: string;
  readonly county: string;
  readonly capacity: number;
  /** With fewer women than this the batch is not held. */
  readonly minimum: number;
  /** Seats kept for a group as long as its women ask for them. */
  readonly reserves: Readonly<Partial<Record<Group, number>>>;
}

export interface Pair {
  readonly woman: string;
  readonly batch: string;
}

/** The groups a batch may keep seats for, in the order in which a pin uses up a reserve. */
export const groups = ['POOR', 'NEVER', 'VULN', 'LEADER'] as const;

export type Group = (typeof groups)[number];
