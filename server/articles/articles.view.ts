import type { Article, ArticleRevision } from './article.entity';
import {
  articleKindNames,
  articleStateNames,
  type ArticleKind,
  type ArticleState,
  type Block,
  type Cover,
} from './articles.rules';

export class BlockView {
  kind: 'heading' | 'paragraph' | 'quote' | 'list';
  text?: string;
  items?: string[];
}

/** An article on a list. */
export class ArticleSummaryView {
  id: string;
  kind: ArticleKind;
  kindName: string;
  title: string;
  summary: string;
  cover: Cover;
  source: string;
  regionCode: string;
  isPinned: boolean;
  publishedAt: Date | null;
}

/** An article as readers see it: its published revision. */
export class ArticleView extends ArticleSummaryView {
  blocks: BlockView[];
}

/** An article as its editors see it: its newest revision. */
export class DraftView extends ArticleView {
  state: ArticleState;
  stateName: string;
  /** An editor sends this back as `beganFrom`. */
  revision: number;
  /** The newest revision is what readers see. */
  isPublishedAsIs: boolean;
}

export function viewSummary(article: Article, revision: ArticleRevision): ArticleSummaryView {
  const { id, isPinned, publishedAt } = article;
  const { kind, regionCode, title, summary, source } = revision;
  return {
    id,
    kind,
    kindName: articleKindNames[kind],
    title,
    summary,
    cover: revision.cover as Cover,
    source,
    regionCode,
    isPinned,
    publishedAt,
  };
}

export function viewArticle(article: Article, revision: ArticleRevision): ArticleView {
  return { ...viewSummary(article, revision), blocks: revision.blocks.map(viewBlock) };
}

export function viewDraft(article: Article, revision: ArticleRevision): DraftView {
  const { state, publishedRevision } = article;
  return {
    ...viewArticle(article, revision),
    state,
    stateName: articleStateNames[state],
    revision: revision.number,
    isPublishedAsIs: state === 'published' && publishedRevision === revision.number,
  };
}

function viewBlock(block: Block): BlockView {
  return block.kind === 'list'
    ? { kind: 'list', items: [...block.items] }
    : { kind: block.kind, text: block.text };
}
