import { dayOf, sayDay } from '../../../server/calendar/days.rules';
import type { Desk } from './model';

/** Where the article stands, in one line: what readers see of it, and how far its newest revision has come. */
export function sayStand({ state, stage, stageName, publishAt }: Desk): string {
  if (state === 'withdrawn' && stage === 'out') return '已撤下，大家看不到';
  if (stage === 'out') return '已发布，大家都能看到';
  const next =
    stage === 'scheduled' && publishAt ? `${sayDay(dayOf(new Date(publishAt)))}自动发布` : stageName;
  if (state === 'published') return `旧稿大家还看得到，新的一稿：${next}`;
  return next;
}
