import { dayOf, daysLater, startOf } from '../calendar/days.rules';
import type { NoticeEvent } from './notices.rules';
import { taskEvents, type TaskEvent } from './tasks/tasks.rules';

/** The ways to reach her, the lightest first. The inbox always holds the notice too. */
export const rungs = ['wechat', 'sms', 'call', 'board'] as const;
export type Rung = (typeof rungs)[number];

/** Where a notice stands: on a rung, or nothing is left to do. */
export type Place = Rung | 'over';

/**
 * The kinds of subscribe messages (订阅消息) and of SMS that are asked for in WeChat's and the provider's consoles: three
 * for a woman, since WeChat asks her for three at most, and one for who works here.
 */
export const herTemplateKinds = ['result', 'change', 'reminder'] as const;
export const templateKinds = [...herTemplateKinds, 'task'] as const;
export type TemplateKind = (typeof templateKinds)[number];

interface Way {
  readonly template: TemplateKind;
  readonly rungs: readonly Rung[];
}

/** What somebody is told of: a woman by a notice, who works here by a task. */
export type ToldEvent = NoticeEvent | TaskEvent;

/** A task comes in WeChat, else it waits in the inbox and on the desk: nobody is called to her work. */
const toStaff: Way = { template: 'task', rungs: ['wechat'] };

/**
 * Who is told of what, by which ways. What a woman or her helper has just tapped needs no message; an article, and the
 * question how a course was, none either: they wait in the inbox. A refusal hangs on no board.
 */
export const ways: Readonly<Record<ToldEvent, Way | null>> = {
  applied: null,
  enrolled: null,
  waiting: null,
  article: null,
  feedback: null,
  offered: { template: 'result', rungs: ['wechat', 'sms', 'call', 'board'] },
  seat_from_waiting: { template: 'result', rungs: ['wechat', 'sms', 'call', 'board'] },
  offer_lapsing: { template: 'result', rungs: ['wechat', 'sms', 'call'] },
  lapsed: { template: 'result', rungs: ['wechat', 'sms'] },
  not_assigned: { template: 'result', rungs: ['wechat', 'sms', 'call'] },
  removed: { template: 'result', rungs: ['wechat', 'sms', 'call'] },
  completed: { template: 'result', rungs: ['wechat'] },
  session_moved: { template: 'change', rungs: ['wechat', 'sms', 'call', 'board'] },
  cancelled: { template: 'change', rungs: ['wechat', 'sms', 'call', 'board'] },
  tomorrow: { template: 'reminder', rungs: ['wechat', 'sms', 'call'] },
  new_batch: { template: 'reminder', rungs: ['wechat', 'sms', 'call'] },
  ...(Object.fromEntries(taskEvents.map((event) => [event, toStaff])) as Record<TaskEvent, Way>),
};

/** What became of one attempt on one rung. */
export const attemptResults = {
  begun: '正在发',
  sent: '发出去了',
  later: '没发出去，过会儿再发',
  refused: '对方不收',
  unknown: '不知道发到没有',
  skipped: '这条路走不通',
  told: '电话里告诉了',
  told_in_person: '当面告诉了',
  no_answer: '没人接',
  wrong_number: '号码不对',
  hung: '贴上村公告栏了',
  seen: '她自己看了',
  overtaken: '事情有了变化',
  too_late: '过了时候',
  withdrawn: '她不让再发',
} as const;
export type AttemptResult = keyof typeof attemptResults;

/** Hours of a day in Shanghai in which messages may be sent, and weekdays (0 is Sunday) on which none is. */
export interface Waking {
  readonly from: number;
  readonly until: number;
  readonly restDays: readonly number[];
}

/** What the next step depends on. */
export interface Standing {
  readonly event: ToldEvent;
  readonly rung: Rung;
  /** How often this rung was tried, this time included. */
  readonly tries: number;
  /** From then on nothing is waited for: see `hurryFrom`. */
  readonly hurryAt: Date | null;
  readonly endsAt: Date | null;
  /** Not her who took back her consent to being registered: no call, no board. */
  readonly mayBeCalled: boolean;
}

export interface Step {
  readonly rung: Place;
  /** When a message is to be sent next; null where people act. */
  readonly dueAt: Date | null;
  readonly tries: number;
  readonly reachedBy: Rung | 'inbox' | null;
}

/** How long the next try of one rung waits, in minutes: two and a half hours in all, then the next rung. */
const patience = [1, 2, 5, 10, 15, 30, 30, 30, 30] as const;
/** So often nobody answers the phone before her name goes to the village board. */
const callsAtMost = 3;
const oneHour = 3_600_000;

const succeeded: readonly AttemptResult[] = ['sent', 'told', 'told_in_person', 'hung'];

/** Where a notice begins; nothing where the inbox is enough. */
export function firstStep(
  event: ToldEvent,
  now: Date,
  waking: Waking,
  endsAt: Date | null,
): Step | undefined {
  const [rung] = ways[event]?.rungs ?? [];
  return rung && stepTo(rung, now, waking, endsAt);
}

/** The step after an attempt. What was perhaps sent is never sent again on the same rung. */
export function nextStep(result: AttemptResult, standing: Standing, now: Date, waking: Waking): Step {
  const { rung, tries, hurryAt, endsAt } = standing;
  if (succeeded.includes(result)) return { ...over, reachedBy: rung };
  if (result === 'later') {
    const minutes = patience[tries - 1];
    const dueAt = minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000);
    if (dueAt && (hurryAt === null || dueAt < hurryAt))
      return { rung, dueAt: whenToDisturb(dueAt, waking, endsAt), tries, reachedBy: null };
  }
  if (result === 'no_answer' && tries < callsAtMost) return { rung, dueAt: null, tries, reachedBy: null };
  const after = rungAfter(standing);
  if (after) return stepTo(after, now, waking, endsAt);
  // Her name is on the list of calls for as long as it is of use: nothing lighter reached her, and no board may.
  if (rung === 'call' && (result === 'no_answer' || result === 'wrong_number'))
    return { rung, dueAt: null, tries, reachedBy: null };
  return over;
}

const over: Step = { rung: 'over', dueAt: null, tries: 0, reachedBy: null };

function stepTo(rung: Rung, now: Date, waking: Waking, endsAt: Date | null): Step {
  const isSent = rung === 'wechat' || rung === 'sms';
  return { rung, dueAt: isSent ? whenToDisturb(now, waking, endsAt) : null, tries: 0, reachedBy: null };
}

function rungAfter({ event, rung, mayBeCalled }: Standing): Rung | undefined {
  const hers = ways[event]?.rungs ?? [];
  const after = hers[hers.indexOf(rung) + 1];
  return mayBeCalled || after === 'sms' ? after : undefined;
}

/**
 * The first moment, now or later, at which a message may be sent. One that would come too late in the morning is sent in
 * the night: better woken than on the road for nothing.
 */
export function whenToDisturb(now: Date, { from, until, restDays }: Waking, endsAt: Date | null): Date {
  for (let day = dayOf(now), turn = 0; turn < 8; day = daysLater(day, 1), turn += 1) {
    const midnight = startOf(day).getTime();
    const at = Math.max(now.getTime(), midnight + from * oneHour);
    const isRest = restDays.includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    if (isRest || at >= midnight + until * oneHour) continue;
    return endsAt !== null && at + oneHour > endsAt.getTime() ? now : new Date(at);
  }
  return now;
}

/** An offer climbs without patience once half of its time is over; else a day before it is of no use any more. */
export function hurryFrom(now: Date, endsAt: Date | null): Date | null {
  if (endsAt === null) return null;
  const left = endsAt.getTime() - now.getTime();
  return new Date(endsAt.getTime() - Math.min(24 * oneHour, left / 2));
}

/**
 * What she has said about messages. Never having been asked is no yes: nothing is sent to her, but her own helper calls
 * her. Once she has taken her yes back nobody does either, and the inbox alone holds it.
 */
export type Stance = 'agreed' | 'silent' | 'withdrawn';
