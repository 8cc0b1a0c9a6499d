/**
 * A run as columns: women and batches are numbered in the order of their ids, texts are left behind.
 * Everything after the intake works on these columns only, so a million women cost a few dozen megabytes.
 */
export interface Market {
  readonly seed: string;
  readonly womanIds: readonly string[];
  readonly batchIds: readonly string[];

  /** Her groups, see `typeOf`. */
  readonly type: Uint8Array;
  readonly county: Int32Array;
  /** Her key in a batch of another county. */
  readonly keyAway: Int32Array;
  readonly lottery: Float64Array;
  readonly rank: Uint32Array;
  /** The batch an officer gave her, or NONE. */
  readonly pin: Int32Array;
  /** Her list is `list[listStart[w]] … list[listStart[w + 1] - 1]`; a barred batch b stands as `~b`. */
  readonly listStart: Uint32Array;
  readonly list: Int32Array;

  readonly batchCounty: Int32Array;
  readonly minimum: Int32Array;
  /** Seats open to the match: those of pinned women are taken off. */
  readonly capacity: Int32Array;
  /** Seats kept by group, four numbers a batch in the order of `groups`; pinned women's are taken off. */
  readonly reserves: Int32Array;
  /** Women pinned to the batch. */
  readonly pinned: Int32Array;
  readonly isWaived: Uint8Array;

  /** What a batch of the county adds to the key of a woman of that county. */
  readonly homeBonus: Int32Array;
}

/** No batch, no woman. */
export const NONE = -1;

/** Her priority there, see `priority.ts`. */
export function keyOf(market: Market, woman: number, batch: number): number {
  const county = market.county[woman]!;
  const away = market.keyAway[woman]!;
  return county === market.batchCounty[batch] ? away + market.homeBonus[county]! : away;
}
