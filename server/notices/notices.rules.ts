import { endOf as dayEnds, sayDay, sayHalf, type Half } from '../calendar/days.rules';
import type { MessageFacts } from '../wechat/templates.rules';

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
  'feedback',
  'session_moved',
  'cancelled',
  'offer_lapsing',
  'tomorrow',
  'new_batch',
  'article',
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
  /** Where the batch is held, if it moved or she is on her way. */
  readonly placeName?: string;
  /** Until when it is of use to be told. */
  readonly endsAt?: Date | null;
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
  feedback: ({ title }) => `“${title}”上完了，对您有用吗？点一下笑脸告诉我们，下次好改。`,
  removed: ({ title }) => `妇联已把您移出“${title}”，有疑问请找帮办人。`,
  offer_lapsing: ({ title, answerBy }) =>
    `“${title}”给您留的名额，${answerBy ?? ''}就到期了，想去请点“我要去”。`,
  tomorrow: ({ title, startsOn, movedTo, placeName }) =>
    `“${title}”明天${movedTo ? sayHalf(movedTo.half) : ''}（${sayDay(startsOn)}）上课${placeName ? `，在${placeName}` : ''}，别忘了来。`,
  new_batch: ({ title, placeName }) =>
    `您想学的开班了：“${title}”${placeName ? `，在${placeName}` : ''}。想去请点进来报名。`,
  article: ({ title }) => `有新文章：“${title}”。`,
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

const notes: Readonly<Record<NoticeEvent, (facts: NoticeFacts) => string>> = {
  applied: () => '结果出来就告诉您',
  enrolled: () => '已录取，别忘了来',
  offered: ({ answerBy }) => `请在${answerBy ?? ''}前回复去不去`,
  seat_from_waiting: ({ answerBy }) => `轮到您了，请在${answerBy ?? ''}前回复`,
  offer_lapsing: ({ answerBy }) => `名额${answerBy ?? ''}到期，请回复`,
  waiting: () => '在候补，有空位告诉您',
  lapsed: () => '没等到回复，名额已让出',
  not_assigned: () => '这次没轮到，点开看原因',
  removed: () => '已移出，有疑问找帮办人',
  completed: () => '恭喜结业',
  feedback: () => '上完了，点一下有没有用',
  session_moved: ({ movedTo, placeName }) =>
    placeName || !movedTo
      ? '时间地点有变，请点开看'
      : `改到${sayDay(movedTo.heldOn)}${sayHalf(movedTo.half)}`,
  cancelled: () => '取消了，有新班再告诉您',
  tomorrow: ({ movedTo }) => `明天${movedTo ? sayHalf(movedTo.half) : ''}上课，别忘了来`,
  new_batch: () => '您想学的开班了，请点开报名',
  article: () => '请点开看',
};

/** What a message may be filled with: its templates have room for a few words only. */
export function messageFacts(event: NoticeEvent, facts: NoticeFacts): MessageFacts {
  const { title, startsOn, movedTo } = facts;
  return { title, day: movedTo?.heldOn ?? startsOn, note: notes[event](facts) };
}

/** Until when it is of use to be told: an offer while it stands, a lesson until it is over. */
export function endOf(
  event: NoticeEvent,
  { endsAt, startsOn, movedFrom, movedTo }: NoticeFacts,
): Date | null {
  if (endsAt !== undefined) return endsAt;
  if (event === 'session_moved' && movedFrom && movedTo)
    return dayEnds(movedFrom.heldOn > movedTo.heldOn ? movedFrom.heldOn : movedTo.heldOn);
  return event === 'tomorrow' ? dayEnds(startsOn) : null;
}

/** What her helper says on the phone, after greeting her by her name. */
export function sayOnThePhone(event: NoticeEvent, sentence: string): string {
  const ends: Partial<Record<NoticeEvent, string>> = {
    offered: '您去不去？去的话我替您点。',
    seat_from_waiting: '您去不去？去的话我替您点。',
    offer_lapsing: '您去不去？去的话我替您点。',
    not_assigned: '您想学的还登记着，下次开班再排。',
    session_moved: '您来得了吗？',
    tomorrow: '路上慢点，有难处跟我说。',
    new_batch: '您去不去？去的话我替您报名。',
  };
  return `您好，我是妇联的。跟您说件事：${sentence.replace(/点进去能看到原因/, '您想知道原因我给您说').replace(/想去请点进来报名。$/, '')}${ends[event] ?? ''}`;
}
