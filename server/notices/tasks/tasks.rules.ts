import { dayOf } from '../../calendar/days.rules';
import type { MessageFacts } from '../../wechat/templates.rules';

/** What somebody who works here is told that she has to do. */
export const taskEvents = [
  'batch_to_approve',
  'batch_approved',
  'batch_sent_back',
  'run_to_review',
  'mark_to_confirm',
  'article_to_review',
  'article_sent_back',
  'story_to_read',
  'story_sent_back',
  'calls_waiting',
  'pairs_waiting',
] as const;
export type TaskEvent = (typeof taskEvents)[number];

/** Lists that fill by themselves: of each of them one task a day at most. All other tasks are about one thing. */
export const listEvents = ['calls_waiting', 'pairs_waiting'] as const satisfies readonly TaskEvent[];
export type ListEvent = (typeof listEvents)[number];

/** What a sentence may speak of. */
export interface TaskFacts {
  readonly title?: string;
  /** The area it comes from: 延寿县 */
  readonly placeName?: string;
  /** Why it was sent back. */
  readonly reason?: string;
  /** Which review waits: 一审 */
  readonly review?: string;
}

interface Words {
  /** The whole sentence, as it stands in the inbox. */
  readonly sentence: (facts: TaskFacts) => string;
  /** The few words for which a message has room: what it is about, and what is to be done. */
  readonly title: (facts: TaskFacts) => string;
  readonly note: string;
  /** The page on which it is done; `id` is of what it is about. */
  readonly page: (id: string) => string;
}

const titled = ({ title = '' }: TaskFacts) => title;

const words: Readonly<Record<TaskEvent, Words>> = {
  batch_to_approve: {
    sentence: ({ title = '', placeName = '' }) => `${placeName}报来“${title}”，等您审批。`,
    title: titled,
    note: '等您审批',
    page: (id) => `/office/plan/index?id=${id}`,
  },
  batch_approved: {
    sentence: ({ title = '' }) => `“${title}”批下来了，可以开班报名了。`,
    title: titled,
    note: '批下来了，可以开班',
    page: (id) => `/office/plan/index?id=${id}`,
  },
  batch_sent_back: {
    sentence: ({ title = '', reason = '' }) => `“${title}”退回来了：${reason}。请改好再报。`,
    title: titled,
    note: '退回来了，请改好再报',
    page: (id) => `/office/plan/index?id=${id}`,
  },
  run_to_review: {
    sentence: ({ placeName = '' }) => `${placeName}的分配试算好了，等您核对。`,
    title: ({ placeName = '' }) => `${placeName}分配试算`,
    note: '算好了，等您核对',
    page: (id) => `/office/run/index?id=${id}`,
  },
  mark_to_confirm: {
    sentence: ({ title = '' }) => `“${title}”有补签，等您确认算不算。`,
    title: titled,
    note: '有补签，等您确认',
    page: () => '/office/corrections/index',
  },
  article_to_review: {
    sentence: ({ title = '', review = '审稿' }) => `“${title}”等您${review}。`,
    title: titled,
    note: '等您审稿',
    page: (id) => `/office/write/index?id=${id}`,
  },
  article_sent_back: {
    sentence: ({ title = '' }) => `“${title}”退回来了，请看看意见再改。`,
    title: titled,
    note: '退回来了，请看意见',
    page: (id) => `/office/write/index?id=${id}`,
  },
  // What a story is called may name her, and she may take it back: no task repeats it.
  story_to_read: {
    sentence: ({ placeName = '' }) => `${placeName}报来一篇典型故事，等您看了推荐。`,
    title: () => '典型故事',
    note: '等您看了推荐',
    page: (id) => `/office/story/index?id=${id}`,
  },
  story_sent_back: {
    sentence: () => '您写的一篇典型故事退回来了，请看看意见再改。',
    title: () => '典型故事',
    note: '退回来了，请看意见',
    page: (id) => `/office/story/index?id=${id}`,
  },
  calls_waiting: {
    sentence: () => '有姐妹还没通知到，请给她们打个电话。',
    title: () => '电话通知单',
    note: '有姐妹要打电话通知',
    page: () => '/office/calls/index',
  },
  pairs_waiting: {
    sentence: () => '有的档案可能是同一个人，请核对一下。',
    title: () => '核对重复档案',
    note: '请看看是不是同一个人',
    page: () => '/office/same-woman/index',
  },
};

/** The longest sentence that its row holds. */
export const longestSentence = 200;

export function sayTask(event: TaskEvent, facts: TaskFacts): string {
  return [...words[event].sentence(facts)].slice(0, longestSentence).join('');
}

/** What a message about it is filled with; its day is the one on which the task came. */
export function taskMessage(event: TaskEvent, facts: TaskFacts, now: Date): MessageFacts {
  const { title, note } = words[event];
  return { title: title(facts), day: dayOf(now), note };
}

/** Where a tap on it leads, from the inbox and from a message. */
export function pageOfTask(event: TaskEvent, aboutId: string): string {
  return words[event].page(aboutId);
}

interface Office {
  readonly accountId: string;
  readonly regionCode: string;
}

/**
 * Of those who could do it, those of the nearest office: a village's own helper before her county, a county before its
 * city. What one of them does, nobody above need be asked for.
 */
export function nearest(offices: readonly Office[]): string[] {
  const longest = Math.max(0, ...offices.map(({ regionCode }) => regionCode.length));
  const near = offices.filter(({ regionCode }) => regionCode.length === longest);
  return [...new Set(near.map(({ accountId }) => accountId))].sort();
}
