import type { components } from '../../api/schema';
import type { Me } from '../../api/session';
import { mayBeKept } from '../../components/article-card/kept-articles';

type Schemas = components['schemas'];

export interface HomeFacts {
  readonly me: Me | undefined;
  readonly articles: readonly Schemas['ArticleSummaryView'][];
  readonly batches: readonly Schemas['BatchView'][];
  readonly hasCard: boolean;
  /** Nobody has confirmed it for this season. */
  readonly isCardStale: boolean;
  readonly enrolments: readonly Schemas['EnrolmentView'][];
}

/** The one thing that matters most for her now. */
export type Step =
  | { readonly kind: 'answer'; readonly says: string; readonly button: string; readonly batchId: string }
  | {
      readonly kind: 'sign-in' | 'register' | 'need' | 'mine' | 'batches' | 'work';
      readonly says: string;
      readonly button: string;
    };

/** What the phone keeps of it: stories of women are asked for each time. */
export function withoutWomen(facts: HomeFacts): HomeFacts {
  return { ...facts, articles: facts.articles.filter(mayBeKept) };
}

export function greet(name: string | undefined): string {
  return name ? `${name}，您好` : '姐妹，您好';
}

/** An offer that waits for her answer comes first; then what is missing before a course can be found for her. */
export function mainStep({ me, hasCard, isCardStale, enrolments }: HomeFacts): Step {
  if (!me) return { kind: 'sign-in', says: '想学手艺？先登录，一分钟就好。', button: '登录' };
  if (!me.womanId && me.roles.length > 0)
    return { kind: 'work', says: '今天也辛苦了。', button: '去我的工作台' };
  if (!me.womanId) return { kind: 'register', says: '先登记姓名和村子，再选想学的。', button: '去登记' };
  const offer = enrolments.find(({ state }) => state === 'offered');
  if (offer) {
    return {
      kind: 'answer',
      says: `“${offer.batch.title}”给您留了名额。`,
      button: '去看看，回个话',
      batchId: offer.batch.id,
    };
  }
  if (!hasCard) return { kind: 'need', says: '点一点图，告诉我们您想学什么。', button: '我想学' };
  const going = enrolments.find(({ state }) => state === 'enrolled');
  if (going)
    return { kind: 'mine', says: `您报的“${going.batch.title}”，记得来上课。`, button: '看我的课程' };
  if (isCardStale) return { kind: 'need', says: '换季了，还想学原来那些吗？', button: '点一下就好' };
  return { kind: 'batches', says: '您的需求已记下，看看有没有合适的班。', button: '看看课程' };
}

const onTheFirstScreen = 3;

/** The first few batches that take sign-ups and, where her circumstances are known, suit her. */
export function suitingOf(batches: HomeFacts['batches']): Schemas['BatchView'][] {
  return batches
    .filter(({ state, fit }) => state === 'open' && (!fit || fit.misfits.length === 0))
    .slice(0, onTheFirstScreen);
}
