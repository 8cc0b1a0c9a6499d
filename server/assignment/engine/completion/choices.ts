/**
 * Registered needs as columns: a block is one need of one woman with the batches she is eligible for. Blocks
 * stand in the order of women, and of her needs; a block is `batch[start[i]] … batch[start[i + 1] - 1]`.
 */
export interface Choices {
  readonly start: Uint32Array;
  readonly woman: Int32Array;
  /** 0 for her first need. */
  readonly needRank: Uint8Array;
  readonly batch: Int32Array;
  /** Whole kilometres to the batch. */
  readonly km: Uint16Array;
}
