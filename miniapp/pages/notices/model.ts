import { dayOf, daysLater, sayDate, sayDay } from '../../../server/calendar/days.rules';
import type { components } from '../../api/schema';
import { routes } from '../../routes';

export type Notice = components['schemas']['NoticeView'];

/** Where a tap on it leads; nowhere for one that says all. */
export function leadsTo({ event, batchId, articleId }: Notice): string | undefined {
  if (event === 'feedback' && batchId !== null) return routes.feedback(batchId);
  if (batchId !== null) return routes.batch(batchId);
  return articleId === null ? undefined : routes.article(articleId);
}

/** The notices day by day, as they came: the latest first. */
export function byDay(notices: readonly Notice[], now: Date): { day: string; notices: Notice[] }[] {
  const days: { day: string; notices: Notice[] }[] = [];
  for (const notice of notices) {
    const day = sayWhen(notice.createdAt, now);
    const last = days[days.length - 1];
    if (last?.day === day) last.notices.push(notice);
    else days.push({ day, notices: [notice] });
  }
  return days;
}

/** 今天, 昨天, 11月23日; of another year with its year. */
export function sayWhen(createdAt: string, now: Date): string {
  const [day, today] = [dayOf(new Date(createdAt)), dayOf(now)];
  if (day === today) return '今天';
  if (day === daysLater(today, -1)) return '昨天';
  return day.slice(0, 4) === today.slice(0, 4) ? sayDay(day) : sayDate(day);
}
