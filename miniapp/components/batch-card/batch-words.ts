import { sayDay, sayDayWithWeekday, sayHalf } from '../../../server/calendar/days.rules';
import { lastSignUpDay, type BatchState } from '../../../server/courses/batches.rules';
import type { components } from '../../api/schema';
import type { TagTone } from '../tag/tag';

type Batch = components['schemas']['BatchView'];

/** 12月1日到5日，8个半天 */
export function sayDates({
  startsOn,
  endsOn,
  sessions,
}: Pick<Batch, 'startsOn' | 'endsOn' | 'sessions'>): string {
  const sameMonth = startsOn.slice(0, 7) === endsOn.slice(0, 7);
  const until = sameMonth ? `${Number(endsOn.slice(8))}日` : sayDay(endsOn);
  const days = startsOn === endsOn ? sayDay(startsOn) : `${sayDay(startsOn)}到${until}`;
  return `${days}，${sessions.length}个半天`;
}

/** 约12公里; nothing where it was not asked for a woman. */
export function sayDistance(fit: Batch['fit']): string {
  if (!fit) return '';
  return fit.km <= 1 ? '就在村里' : `约${fit.km}公里`;
}

/** How the tag of a batch in each state looks. */
export const stateTones: Readonly<Record<BatchState, TagTone>> = {
  ...{ planned: 'wait', submitted: 'ask', approved: 'good', open: 'good' },
  ...{ closed: 'wait', running: 'wait', finished: 'still', cancelled: 'still' },
};

/** How many seats are left, honestly. */
export function saySeats({
  state,
  stateName,
  admission,
  capacity,
  taken,
}: Pick<Batch, 'state' | 'stateName' | 'admission' | 'capacity' | 'taken'>): string {
  if (state !== 'open') return stateName;
  if (admission === 'assignment') return `${capacity}个名额，统一分配`;
  return taken < capacity ? `还有${capacity - taken}个名额` : '名额已满，可以候补';
}

/** 11月28日前报名: the last day on which one can sign up. */
export function saySignUpUntil(signUpUntil: string): string {
  return `${sayDay(lastSignUpDay(new Date(signUpUntil)))}前报名`;
}

/** 12月1日 周二 上午 */
export function saySlot({ heldOn, half }: { heldOn: string; half: 'morning' | 'afternoon' }): string {
  return `${sayDayWithWeekday(heldOn)} ${sayHalf(half)}`;
}
