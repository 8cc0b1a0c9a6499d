import type { Day } from './days.rules';

/**
 * The two seasons of training in a farming year of Harbin: winter, when the fields rest (November to March), and summer
 * (April to October). A winter is named by the year in which it begins.
 */
export type Season = `${number}-${'winter' | 'summer'}`;

export function seasonOf(day: Day): Season {
  const [year = 0, month = 0] = day.split('-').map(Number);
  if (month >= 11) return `${year}-winter`;
  return month <= 3 ? `${year - 1}-winter` : `${year}-summer`;
}

/** Its first and its last day. */
export function daysOf(season: Season): { readonly from: Day; readonly to: Day } {
  const [year = 0, half] = [Number(season.slice(0, 4)), season.slice(5)];
  if (half === 'summer') return { from: `${year}-04-01`, to: `${year}-10-31` };
  return { from: `${year}-11-01`, to: `${year + 1}-03-31` };
}

/** 2026年冬训 */
export function saySeason(season: Season): string {
  return `${season.slice(0, 4)}年${season.endsWith('winter') ? '冬训' : '夏训'}`;
}
