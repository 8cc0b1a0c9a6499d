import { DraftView, UnsavedView } from '../articles.view';
import { BlockView } from '../blocks.view';
import type { ReviewStage, Verdict } from '../reviews.rules';
import type { RemarkAnswer, RemarkKind } from './remarks.rules';

export class ReviewView {
  stage: ReviewStage;
  stageName: string;
  verdict: Verdict;
  words: string;
  byName: string;
  revision: number;
  at: Date;
}

export class RemarkView {
  id: string;
  kind: RemarkKind;
  revision: number;
  /** Of the block, from 0. */
  place: number;
  words: string;
  excerpt: string;
  replacement: string;
  byName: string;
  at: Date;
  answer: RemarkAnswer | null;
  /** The reader may answer it. */
  mayAnswer: boolean;
}

/** Who can do the review that comes next. */
export class NextReviewView {
  stage: ReviewStage;
  /** 市级的编辑或市妇联干部 */
  says: string;
  /** Colleagues who could; where there is nobody, somebody must be appointed first. */
  names: string[];
}

/** What the reader may do with it now, so that the screen never decides again. */
export class DraftAbilitiesView {
  write: boolean;
  submit: boolean;
  takeBack: boolean;
  review: boolean;
  /** Why she may not do the review that it waits for. */
  reviewRefusedAs: string | null;
  remark: boolean;
  publish: boolean;
  withdraw: boolean;
  pin: boolean;
}

/** An article on its editors' desk: its newest revision, its reviews, what was said of it. */
export class DraftDeskView extends DraftView {
  writerNames: string[];
  reviews: ReviewView[];
  remarks: RemarkView[];
  nextReview: NextReviewView | null;
  abilities: DraftAbilitiesView;
  /** What the reader typed and has not saved yet. */
  unsaved: UnsavedView | null;
  /** Who else is writing it at this time. */
  writingNames: string[];
}

export class RevisionView {
  number: number;
  title: string;
  byName: string;
  at: Date;
  isPublished: boolean;
}

export class WordsView {
  text: string;
  /** Nothing where the words stand in both. */
  change?: 'added' | 'removed';
}

export class ComparedBlockView {
  change: 'same' | 'added' | 'removed' | 'changed';
  block: BlockView;
  /** What the block says, word by word. */
  words: WordsView[];
}

/** Two revisions of an article, one beside the other. */
export class ComparisonView {
  from: number;
  to: number;
  title: WordsView[];
  blocks: ComparedBlockView[];
}
