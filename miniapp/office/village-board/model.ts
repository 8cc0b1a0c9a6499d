import { levels } from '../../../server/regions/regions.rules';

const names = ['市', '区县', '乡镇', '村'] as const;

/** Which levels are left to be chosen below the area of an office. */
export function levelsBelow(area: string): string[] {
  const lengths = [4, 6, 9, 12];
  const at = lengths.indexOf(area.length);
  return names.slice(at + 1, levels.length);
}

/** The months that can be printed: this one, and the two before it. */
export function monthsUntil(today: string): (readonly [key: string, name: string])[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return [0, 1, 2].map((back) => {
    const number = year * 12 + (month - 1) - back;
    const key = `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
    return [key, `${(number % 12) + 1}月`] as const;
  });
}

export function boardPath(region: string, month: string, size: 'A4' | 'A3'): string {
  return `/api/village-boards/paper?region=${region}&month=${month}&size=${size}`;
}
