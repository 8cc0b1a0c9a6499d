import type { EntityManager } from 'typeorm';
import type { AccountRole } from '../../accounts/account.entity';
import { reachingOffices } from '../../accounts/staff/reaching-offices';
import { isFreeToReview, reviewers, type ReviewFacts, type ReviewStage } from '../reviews.rules';

/** The offices of all who could do this review: those of the area and of the areas above it. */
export async function freeReviewers(
  rows: EntityManager,
  stage: ReviewStage,
  facts: ReviewFacts,
): Promise<AccountRole[]> {
  const held = await reachingOffices(rows, reviewers[stage].roles, facts.regionCode);
  return held.filter((office) =>
    isFreeToReview({ accountId: office.accountId, offices: [office] }, stage, facts),
  );
}
