import type { Family } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Season = Schemas['FarmSeasonView'];

/** What most counties here know; an officer adds them at a tap and changes the months. */
export const usual: readonly Season[] = [
  { name: '春耕', months: [4, 5], family: null },
  { name: '秋收', months: [9, 10], family: null },
  { name: '大棚育苗', months: [3, 4], family: 'planting' },
];

export function toggleMonth(season: Season, month: number): Season {
  const months = season.months.includes(month)
    ? season.months.filter((one) => one !== month)
    : [...season.months, month].sort((a, b) => a - b);
  return { ...season, months };
}

/** Whom it keeps busy: everybody, or the next family; after the last, everybody again. */
export function nextFamily(family: Family | null, all: readonly Family[]): Family | null {
  const place = family === null ? -1 : all.indexOf(family);
  return all[place + 1] ?? null;
}

/** What can be sent, or the first thing that is missing. */
export function entryOf(seasons: readonly Season[]): { body?: Schemas['FarmSeasonsDto']; missing?: string } {
  if (seasons.some(({ name }) => name.trim() === '')) return { missing: '请填农忙的名字' };
  if (seasons.some(({ months }) => months.length === 0)) return { missing: '请点农忙的月份' };
  return {
    body: {
      seasons: seasons.map(({ name, months, family }) => ({
        ...{ name: name.trim(), months },
        ...(family && { family }),
      })),
    },
  };
}
