import Taro from '@tarojs/taro';
import { dayOf } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';

const name = 'read-today';

interface ReadToday {
  readonly day: string;
  readonly ids: readonly string[];
}

/** Tells the server that this article was opened, once a day from this phone. Without a signal nothing is counted. */
export function countReading(id: string, now = new Date()): void {
  const day = dayOf(now);
  const kept = Taro.getStorageSync(name) as ReadToday | '';
  const ids = kept && kept.day === day ? kept.ids : [];
  if (ids.includes(id)) return;
  Taro.setStorageSync(name, { day, ids: [...ids, id] } satisfies ReadToday);
  call('POST /api/articles/{id}/reads', { path: { id } }).catch(() => undefined);
}
