import { monthLater } from '../../../server/calendar/days.rules';

/** The months that can be printed: this one, and the two before it. */
export function monthsUntil(today: string): (readonly [key: string, name: string])[] {
  return [0, -1, -2].map((back) => {
    const month = monthLater(today.slice(0, 7), back);
    return [month, `${Number(month.slice(5))}月`] as const;
  });
}

export function boardPath(region: string, month: string, size: 'A4' | 'A3'): string {
  return `/api/village-boards/paper?region=${region}&month=${month}&size=${size}`;
}
