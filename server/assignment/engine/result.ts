import type { MissingTier } from './priority';

/** Changes whenever the same instance could give another result. */
export const engineVersion = '1.0.0';

/** The outcome of a run, and its proof: with the instance and the cutoffs anyone can check every seat. */
export interface Result {
  /** Every woman's batch, or null. */
  readonly assigned: Readonly<Record<string, string | null>>;
  /** In the order of closing. */
  readonly closed: readonly ClosedBatch[];
  /**
   * Per batch and group type (`''`, `'POOR'`, `'NEVER+POOR'` …) the lowest key that holds a seat there.
   * 0: any woman of the type would get in. null: none would. Keys are read by `readKey`.
   */
  readonly cutoffs: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  /** Per woman one reason for each batch of her list, in her order; a pin outside her list comes first. */
  readonly reasons: Readonly<Record<string, readonly Reason[]>>;
  /** SHA-256 of the canonical instance, see `fingerprint`. */
  readonly inputHash: string;
  readonly engineVersion: string;
}

export interface ClosedBatch {
  readonly batch: string;
  /** Women it had when it closed. */
  readonly had: number;
  readonly minimum: number;
}

/** What the engine says of a woman and a batch. The list builder adds its own codes: INELIGIBLE, OVERLAP. */
export type Reason = Assigned | Pinned | BelowCutoff | Closed | HasBetter | Barred;

/** She holds this seat. */
export interface Assigned {
  readonly batch: string;
  readonly code: 'ASSIGNED';
}

/** An officer seated her here. */
export interface Pinned {
  readonly batch: string;
  readonly code: 'PINNED';
}

/** Every seat went to a woman with a higher key. */
export interface BelowCutoff {
  readonly batch: string;
  readonly code: 'BELOW_CUTOFF';
  /** Her key here, and the one she would have needed; null when every seat is kept for others. */
  readonly key: number;
  readonly cutoff: number | null;
  /** Her lottery number, and its place counted from the lowest. */
  readonly lottery: number;
  readonly rank: number;
  /** Her tier here, as `readKey` reads it from her key. */
  readonly tier: { readonly county: number; readonly trained: number; readonly waiting: number };
  /** The first tier in which the cutoff is above her. */
  readonly missing: MissingTier;
}

/** Too few women: the batch is not held. */
export interface Closed {
  readonly batch: string;
  readonly code: 'CLOSED';
  readonly had: number;
  readonly minimum: number;
}

/** She already sits in a batch that comes before this one. */
export interface HasBetter {
  readonly batch: string;
  readonly code: 'HAS_BETTER';
  readonly holds: string;
}

/** An officer struck this pair. */
export interface Barred {
  readonly batch: string;
  readonly code: 'BARRED';
}
