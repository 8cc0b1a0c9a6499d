import type { Family } from '../needs/families.rules';
import type { RunState } from './runs.rules';

export class RunBatchView {
  batchId: string;
  title: string;
  family: Family;
  startsOn: string;
  free: number;
  minimum: number;
  placed: number;
  /** Of these, on the poverty register. */
  placedPoor: number;
  /** True when too few women can come and it will not run. */
  isClosed: boolean;
  /** Women it had when it closed. */
  closedWith: number | null;
}

export class RunView {
  id: string;
  countyCode: string;
  countyName: string;
  state: RunState;
  stateName: string;
  /** Women with a need who took part. */
  women: number;
  placed: number;
  draftedAt: Date;
  publishedAt: Date | null;
  /** With the stored input, anyone can compute the same result again. */
  inputHash: string;
  batches: RunBatchView[];
}

export class ReasonView {
  batchId: string;
  title: string;
  code: string;
  sentence: string;
}

export class RunWomanView {
  womanId: string;
  name: string;
  villageName: string;
  isRegisteredPoor: boolean;
  batchId: string | null;
  batchTitle: string | null;
  /** Why, in one sentence. */
  sentence: string;
  reasons: ReasonView[];
}

export class RunWomenView {
  women: RunWomanView[];
  total: number;
}

/** What the last published run says to one woman. */
export class OutcomeView {
  sentence: string;
  publishedAt: Date;
  batchId: string | null;
  reasons: ReasonView[];
}

export class OutcomeAnswerView {
  /** Null while no published run has spoken of her. */
  outcome: OutcomeView | null;
}
