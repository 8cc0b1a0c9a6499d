import type { Article, ArticleRevision } from './article.entity';
import {
  articleKindNames,
  articleStateNames,
  type ArticleKind,
  type ArticleState,
  type Cover,
} from './articles.rules';
import { BlockView, viewBlock } from './blocks.view';
import { articleStageNames, type ArticleStage } from './reviews.rules';

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
