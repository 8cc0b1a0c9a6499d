import type { Article, ArticleRevision } from './article.entity';
import {
  articleKindNames,
  articleStateNames,
  type ArticleKind,
  type ArticleState,
  type Cover,
} from './articles.rules';
import { WriteArticleDto } from './articles.dto';
import { BlockView, viewBlock } from './blocks.view';
import type { Concern } from './concern.rules';
import { articleStageNames, type ArticleStage } from './reviews.rules';

export class ConcernQuestionView {
  text: string;
  /** The answer with which it concerns her. */
  fits: 'yes' | 'no';
}

export class ConcernView {
  /** Whether all questions must fit, or one is enough. */
  needs: 'all' | 'any';
  questions: ConcernQuestionView[];
  bring: string[];
  /** What is said to those whom it does not concern. */
  otherwise: string;
}

/** An article on a list. */
export class ArticleSummaryView {
  id: string;
  kind: ArticleKind;
  kindName: string;
  title: string;
  summary: string;
  cover: Cover;
  /** A picture of its own as its cover. */
  coverFileId: string | null;
  source: string;
  documentNumber: string | null;
  validFrom: string | null;
  validUntil: string | null;
  regionCode: string;
  /** All areas that it concerns. */
  areas: string[];
  isPinned: boolean;
  publishedAt: Date | null;
  /** It tells of a woman who may take back her consent: no phone keeps it. */
  isOfAWoman: boolean;
}

/** An article as readers see it: its published revision. */
export class ArticleView extends ArticleSummaryView {
  /** Courses that it leads to. */
  courseIds: string[];
  /** A few questions that tell her whether it concerns her. */
  concern: ConcernView | null;
  /** The article read aloud by a person. */
  audioFileId: string | null;
  blocks: BlockView[];
}

/** An article as its editors see it: its newest revision. */
export class DraftView extends ArticleView {
  state: ArticleState;
  stateName: string;
  /** Where the newest revision stands on its way to the readers. */
  stage: ArticleStage;
  stageName: string;
  /** When it is to appear. */
  publishAt: Date | null;
  /** An editor sends this back as `beganFrom`. */
  revision: number;
  /** The newest revision is what readers see. */
  isPublishedAsIs: boolean;
  /** How often readers have opened it; by whom, nobody knows. */
  reads: number;
}

/** What the reader typed and has not saved yet. */
export class UnsavedView {
  /** The revision from which she began. */
  beganFrom: number;
  entry: WriteArticleDto;
  at: Date;
}

export function viewSummary(article: Article, revision: ArticleRevision): ArticleSummaryView {
  const { id, isPinned, publishedAt, womanId } = article;
  const { kind, regionCode, title, summary, coverFileId } = revision;
  const areas = revision.areas ?? [regionCode];
  const { source, documentNumber, validFrom, validUntil } = revision;
  return {
    ...{ id, kind, kindName: articleKindNames[kind], title, summary },
    ...{ cover: revision.cover as Cover, coverFileId },
    ...{ source, documentNumber, validFrom, validUntil },
    ...{ regionCode, areas, isPinned, publishedAt, isOfAWoman: womanId !== null },
  };
}

export function viewArticle(article: Article, revision: ArticleRevision): ArticleView {
  const { blocks } = revision;
  return {
    ...viewSummary(article, revision),
    courseIds: revision.courseIds ?? [],
    concern: viewConcern(revision.concern),
    audioFileId: revision.audioFileId,
    blocks: blocks.map(viewBlock),
  };
}

export function viewDraft(article: Article, revision: ArticleRevision, reads: number): DraftView {
  const { state, stage, publishAt, publishedRevision } = article;
  return {
    ...viewArticle(article, revision),
    state,
    stateName: articleStateNames[state],
    ...{ stage, stageName: articleStageNames[stage], publishAt },
    revision: revision.number,
    isPublishedAsIs: state === 'published' && publishedRevision === revision.number,
    reads,
  };
}

function viewConcern(concern: Concern | null): ConcernView | null {
  if (!concern) return null;
  const { needs, questions, bring, otherwise } = concern;
  const asked = questions.map(({ text, fits }) => ({ text, fits }));
  return { needs, questions: asked, bring: [...bring], otherwise };
}
