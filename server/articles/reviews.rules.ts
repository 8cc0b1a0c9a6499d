import type { Role } from '../access/roles.rules';
import type { Refused } from '../http/refusals';

/** The three reviews, in their order (三审三校). */
export const reviewStages = ['first', 'second', 'third'] as const;
export type ReviewStage = (typeof reviewStages)[number];

/**
 * Where the newest revision stands on its way to the readers, as a table. What readers see meanwhile is another matter:
 * an article may be out in one revision while its next one is under review.
 */
export const nextStages = {
  writing: ['first'],
  sentBack: ['first'],
  first: ['second', 'sentBack', 'writing'],
  second: ['third', 'sentBack', 'writing'],
  third: ['approved', 'sentBack', 'writing'],
  approved: ['scheduled', 'out', 'writing'],
  scheduled: ['scheduled', 'out', 'writing'],
  out: ['first', 'writing', 'out'],
} as const satisfies Record<string, readonly string[]>;

export type ArticleStage = keyof typeof nextStages;

export const articleStageNames: Readonly<Record<ArticleStage, string>> = {
  writing: '草稿',
  sentBack: '退回修改',
  first: '等一审',
  second: '等二审',
  third: '等三审',
  approved: '三审已过',
  scheduled: '定时发布',
  out: '已发布',
};

export function mayGo(from: ArticleStage, to: ArticleStage): boolean {
  return (nextStages[from] as readonly ArticleStage[]).includes(to);
}

export function isUnderReview(stage: ArticleStage): stage is ReviewStage {
  return (reviewStages as readonly string[]).includes(stage);
}

/** In these stages its words may be changed; in all others the revision under review stays as it is. */
export function isOpenToWriting(stage: ArticleStage): boolean {
  return stage === 'writing' || stage === 'sentBack' || stage === 'out';
}

/**
 * Who may do each review: near the place first, the whole city at the end. Offices hold for a region and all below it,
 * so that an editor of the city may do the first review for a county as well.
 */
export const reviewers: Readonly<
  Record<ReviewStage, { readonly roles: readonly Role[]; readonly ofCity: boolean; readonly says: string }>
> = {
  first: { roles: ['county_officer', 'editor', 'city_officer'], ofCity: false, says: '本级的妇联干部或编辑' },
  second: { roles: ['editor', 'city_officer'], ofCity: true, says: '市级的编辑或市妇联干部' },
  third: { roles: ['city_officer'], ofCity: true, says: '市妇联干部' },
};

const cityLength = 4;

interface Office {
  readonly role: Role;
  readonly regionCode: string;
}

/** Whether somebody's offices let her do this review of an article of this region. */
export function canReview(offices: readonly Office[], stage: ReviewStage, regionCode: string): boolean {
  const { roles, ofCity } = reviewers[stage];
  return offices.some(
    (office) =>
      roles.includes(office.role) &&
      regionCode.startsWith(office.regionCode) &&
      (!ofCity || office.regionCode.length <= cityLength),
  );
}

export interface ReviewFacts {
  readonly stage: ArticleStage;
  readonly regionCode: string;
  /** Whoever wrote a part of what is under review: she never reviews it. */
  readonly writerIds: readonly string[];
  /** Whoever has passed it in this round. */
  readonly passedByIds: readonly string[];
  /** Proof-reading marks that its author has not answered. */
  readonly openMarks: number;
}

export type Verdict = 'passed' | 'sentBack';

/** Where a review takes the article: three different people, none of whom wrote it, and no mark left unanswered. */
export function decideReview(
  by: { readonly accountId: string; readonly offices: readonly Office[] },
  facts: ReviewFacts,
  verdict: Verdict,
): { stage: ArticleStage; reviewed: ReviewStage } | Refused {
  const { stage } = facts;
  if (!isUnderReview(stage)) return { refused: 'article.stateForbids' };
  if (!canReview(by.offices, stage, facts.regionCode)) return { refused: 'review.notYours' };
  if (facts.writerIds.includes(by.accountId)) return { refused: 'review.ownWords' };
  if (facts.passedByIds.includes(by.accountId)) return { refused: 'review.onceEach' };
  if (verdict === 'sentBack') return { stage: 'sentBack', reviewed: stage };
  if (facts.openMarks > 0) return { refused: 'review.marksOpen', about: { marks: facts.openMarks } };
  const [, ...after] = reviewStages.slice(reviewStages.indexOf(stage));
  return { stage: after[0] ?? 'approved', reviewed: stage };
}

/** Whether a colleague could do this review of this article. */
export function isFreeToReview(
  colleague: { readonly accountId: string; readonly offices: readonly Office[] },
  stage: ReviewStage,
  facts: Pick<ReviewFacts, 'regionCode' | 'writerIds' | 'passedByIds'>,
): boolean {
  return (
    canReview(colleague.offices, stage, facts.regionCode) &&
    !facts.writerIds.includes(colleague.accountId) &&
    !facts.passedByIds.includes(colleague.accountId)
  );
}
