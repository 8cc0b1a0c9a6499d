import { sayDay, sayHalf, type Half } from '../calendar/days.rules';

export const noticeEvents = [
  'applied',
  'enrolled',
  'offered',
  'seat_from_waiting',
  'waiting',
  'lapsed',
  'not_assigned',
  'removed',
  'completed',
  'session_moved',
  'cancelled',
] as const;
export type NoticeEvent = (typeof noticeEvents)[number];

interface HalfDay {
  readonly heldOn: string;
  readonly half: Half;
}

/** What a sentence may speak of. */
export interface NoticeFacts {
  readonly title: string;
  readonly startsOn: string;
  /** The day by which an offer must be answered. */
  readonly answerBy?: string | undefined;
  /** When a session was to be held, and when it is held instead. */
  readonly movedFrom?: HalfDay;
  readonly movedTo?: HalfDay;
  /** Where the batch is held from now on, if it moved. */
  readonly placeName?: string;
  /** Why a batch was cancelled. */
  readonly reason?: string;
}

const sentences: Readonly<Record<NoticeEvent, (facts: NoticeFacts) => string>> = {
  applied: ({ title }) => `您报了“${title}”，名额统一分配，结果出来就告诉您。`,
  enrolled: ({ title, startsOn }) => `您已被“${title}”录取，${sayDay(startsOn)}开课，别忘了来。`,
  offered: ({ title, answerBy }) => `“${title}”给您留了名额，请在${answerBy ?? ''}前点“我要去”。`,
  seat_from_waiting: ({ title, answerBy }) =>
    `“${title}”空出一个名额，轮到您了，请在${answerBy ?? ''}前点“我要去”。`,
  waiting: ({ title }) => `“${title}”名额满了，您在候补里，有空位马上告诉您。`,
  lapsed: ({ title }) => `“${title}”的名额没有等到您的回复，已让给别的姐妹。`,
  session_moved: sayMoved,
  cancelled: ({ title, reason }) => `“${title}”取消了：${reason ?? ''}。您想学的还记着，有新班就告诉您。`,
  completed: ({ title }) => `您学完了“${title}”，恭喜结业。`,
  removed: ({ title }) => `妇联已把您移出“${title}”，有疑问请找帮办人。`,
  not_assigned: ({ title }) => `这次“${title}”没有轮到您，点进去能看到原因。`,
};

export function sayNotice(event: NoticeEvent, facts: NoticeFacts): string {
  return sentences[event](facts);
}

function sayMoved({ title, movedFrom, movedTo, placeName }: NoticeFacts): string {
  const say = (one: HalfDay | undefined) => (one ? `${sayDay(one.heldOn)}${sayHalf(one.half)}` : '');
  const isSameTime = movedFrom?.heldOn === movedTo?.heldOn && movedFrom?.half === movedTo?.half;
  const when = isSameTime ? '时间不变' : `${say(movedFrom)}的课改到${say(movedTo)}`;
  return `“${title}”有变动：${when}${placeName ? `，上课地点改到${placeName}` : ''}。`;
}
