import type { CheckState } from '../checks/checks.rules';
import type { StoryStage } from './stories.rules';

/** A story on the list of an office. */
export class StorySummaryView {
  id: string;
  title: string;
  stage: StoryStage;
  stageName: string;
  /** 延寿县 六团镇 团山村 */
  regionName: string;
  checkState: CheckState;
  checkStateName: string;
  byName: string;
  changedAt: Date;
}

export class StoryPhotoView {
  fileId: string;
  alt: string;
}

export class StoryStepView {
  /** 推荐 */
  stepName: string;
  /** The stage at which it was taken. */
  stageName: string;
  byName: string;
  words: string;
  at: Date;
}

export class StoryCheckView {
  id: string;
  /** The picture; without one it is the words. */
  fileId: string | null;
  state: CheckState;
  stateName: string;
  /** What the person who looked said. */
  reason: string | null;
  mayAppeal: boolean;
}

/** What the reader may do with it now, so that the screen never decides again. */
export class StoryAbilitiesView {
  write: boolean;
  submit: boolean;
  recommend: boolean;
  sendBack: boolean;
  hide: boolean;
  /** She agrees that her photographs are shown. */
  photos: boolean;
}

export class StoryView extends StorySummaryView {
  /** Her file, for those who may open it. */
  womanId: string | null;
  words: string;
  photos: StoryPhotoView[];
  revision: number;
  steps: StoryStepView[];
  checks: StoryCheckView[];
  /** As which readers see it. */
  articleId: string | null;
  abilities: StoryAbilitiesView;
}

/** How far an area is with the stories of a year. */
export class StoryCountView {
  regionCode: string;
  regionName: string;
  year: number;
  /** Stories that are to come out; null where nobody has set a target. */
  target: number | null;
  /** The paper in which the target stands. */
  source: string | null;
  /** Stories that came out in the year, also those hidden since. */
  out: number;
  /** Of these, how many readers can still see. */
  shown: number;
  /** Stories on their way. */
  onTheWay: number;
}
