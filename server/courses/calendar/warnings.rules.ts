import { monthOf, sayDay, type Day } from '../../calendar/days.rules';
import { holidayOn, holidayYears } from '../../calendar/holidays.rules';
import type { Family } from '../../needs/families.rules';

/** Months in which the farms of a county keep its women busy. */
export interface FarmSeason {
  readonly name: string;
  readonly months: readonly number[];
  /** Only women who want to learn this are kept busy; null is everybody. */
  readonly family: Family | null;
}

/** What an officer should know of the days of a batch before she settles on them. Nothing of it forbids the batch. */
export function warningsOf(days: readonly Day[], family: Family, seasons: readonly FarmSeason[]): string[] {
  const unique = [...new Set(days)].sort();
  const onHolidays = unique.flatMap((day) => {
    const holiday = holidayOn(day);
    return holiday ? [`${sayDay(day)}是${holiday}假期。`] : [];
  });
  const unannounced = [...new Set(unique.map((day) => day.slice(0, 4)))]
    .filter((year) => holidayYears[year]?.isAnnounced !== true)
    .map((year) => `${year}年的放假安排还没有全部录入，请对照通知看看日子。`);
  const busy = seasons
    .filter((season) => season.family === null || season.family === family)
    .filter(({ months }) => unique.some((day) => months.includes(monthOf(day))))
    .map(({ name, months }) => `${inWords(unique, months)}正是${name}，来的人会少。`);
  return [...onHolidays, ...busy, ...unannounced];
}

function inWords(days: readonly Day[], months: readonly number[]): string {
  const met = [...new Set(days.map(monthOf))].filter((month) => months.includes(month));
  return `${met.join('、')}月`;
}
