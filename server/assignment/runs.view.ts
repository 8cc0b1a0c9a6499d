import type { Family } from '../needs/families.rules';
import type { DecisionKind } from './decisions/decisions.rules';
import type { Stage } from './drafting/stages.rules';
import type { LotteryView } from './lottery/lottery.view';
import type { RunState } from './runs.rules';

export class RunBatchView {
  batchId: string;
  title: string;
  family: Family;
  startsOn: string;
  countyName: string;
  free: number;
  minimum: number;
  /** Seats kept first for women on the poverty register. */
  reservedForPoor: number;
  placed: number;
  /** Of these, on the poverty register. */
  placedPoor: number;
  /** True when too few women can come and it will not run. */
  isClosed: boolean;
  /** Women it had when it closed. */
  closedWith: number | null;
}

/** A pin, a bar or a waived minimum that stands. */
export class DecisionView {
  id: string;
  kind: DecisionKind;
  kindName: string;
  batchId: string;
  batchTitle: string;
  womanId: string | null;
  /** Null for a waived minimum, and for readers who may not name her. */
  womanName: string | null;
  reason: string;
  at: Date;
}

/** A county that may miss what it owes this year if these batches close: to be looked at before publication. */
export class FloorView {
  countyCode: string;
  countyName: string;
  /** Batches of the county that close for want of women. */
  closing: number;
  /** Person-times: completed this year, under way, and placed by this run. */
  expected: number;
  floor: number;
  /** It must train all its poor women. */
  mustCoverAll: boolean;
}

/** What the reader may do with the run as it stands. */
export class RunAbilitiesView {
  redraft: boolean;
  decide: boolean;
  draw: boolean;
  review: boolean;
  publish: boolean;
  /** She may see the women by name. */
  names: boolean;
}

export class RunView {
  id: string;
  /** A county's six digits, or the city's four. */
  regionCode: string;
  regionName: string;
  season: string;
  /** 2026年冬训 */
  seasonName: string;
  state: RunState;
  stateName: string;
  /** Women with a need who took part. */
  women: number;
  placed: number;
  draftedAt: Date;
  publishedAt: Date | null;
  /** With the stored input, anyone can compute the same result again. */
  inputHash: string;
  /** When the first of its batches stops taking sign-ups, while all still do: from then on the lot can be drawn. */
  drawFrom: Date | null;
  /** Batches that still take sign-ups; when the lot is drawn they wait for the next run. */
  stillOpen: number;
  lottery: LotteryView | null;
  batches: RunBatchView[];
  decisions: DecisionView[];
  floors: FloorView[];
  abilities: RunAbilitiesView;
}

/** A run on the list of runs. */
export class RunSummaryView {
  id: string;
  regionName: string;
  seasonName: string;
  state: RunState;
  stateName: string;
  women: number;
  placed: number;
  batches: number;
  draftedAt: Date;
}

/** A dry run under way, or how the last one ended. */
export class DraftingView {
  regionCode: string;
  season: string;
  stage: Stage;
  stageName: string;
  /** How much is done, 0 to 100. */
  percent: number;
  /** Why it came to nothing, in one sentence. */
  failure: string | null;
  /** The run, once it is done. */
  run: RunView | null;
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

/** Women of a township who got no seat, by what they want. */
export class UnmetView {
  regionCode: string;
  regionName: string;
  family: Family;
  women: number;
  registeredPoor: number;
}

/** A line on the list for the village board: enough to find oneself, too little for strangers. */
export class BoardLineView {
  /** Shortened: 王某英. */
  name: string;
  batchTitle: string;
  startsOn: string;
  venueName: string;
}

export class BoardVillageView {
  villageCode: string;
  villageName: string;
  lines: BoardLineView[];
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
