import type { DraftView } from '../../../server/articles/articles.view';
import type { DraftDeskView } from '../../../server/articles/reviews/reviews.view';
import { granted, type Caller, type Sent } from './caller';
import type { House } from './house';
import { cityOfficer, editor } from './people';

/** Three who can review whatever another wrote, in the order in which they must. */
export async function threeReviewers(house: House): Promise<readonly [Caller, Caller, Caller]> {
  return [await editor(house), await editor(house), await cityOfficer(house)];
}

/** One reviewer's word on the newest revision. */
export async function review(
  by: Caller,
  { id, revision }: { id: string; revision: number },
  verdict: 'passed' | 'sentBack' = 'passed',
) {
  return by.post<DraftDeskView>(`/articles/${id}/reviews`, {
    ...{ revision, verdict, words: verdict === 'passed' ? '' : '请再改改' },
  });
}

/** Takes a draft through its three reviews. */
export async function approve(
  house: House,
  author: Caller,
  draft: Pick<Sent<DraftView>, 'id' | 'revision'>,
): Promise<Sent<DraftDeskView>> {
  const { id, revision } = draft;
  granted(await author.post(`/articles/${id}/submission`, { revision }));
  const reviewers = await threeReviewers(house);
  for (const by of reviewers.slice(0, 2)) granted(await review(by, draft));
  return granted(await review(reviewers[2]!, draft));
}

/** The same, and out it goes. */
export async function publish(
  house: House,
  author: Caller,
  draft: Pick<Sent<DraftView>, 'id' | 'revision'>,
): Promise<Sent<DraftDeskView>> {
  await approve(house, author, draft);
  const by = await cityOfficer(house);
  return granted(await by.post<DraftDeskView>(`/articles/${draft.id}/publication`, {}));
}
