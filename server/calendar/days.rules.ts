/**
 * Days and half days in Asia/Shanghai. China has had one zone, UTC+8, without summer time since 1991,
 * so a fixed offset is exact for every date this product knows, and needs no zone table on the phone.
 */
export type Half = 'morning' | 'afternoon';

export const halves: readonly Half[] = ['morning', 'afternoon'];

/** A calendar day in Shanghai, written `YYYY-MM-DD`. */
export type Day = string;

const eightHours = 8 * 60 * 60 * 1000;
const oneDay = 24 * 60 * 60 * 1000;

/** The day in Shanghai on which this instant falls. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + eightHours).toISOString().slice(0, 10);
}

/** Midnight in Shanghai at which the day begins, as an instant. */
export function startOf(day: Day): Date {
  // Taken apart by hand: marks are judged by it by the thousand, and reading a text as a date is slow.
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  return new Date(Date.UTC(year, month - 1, date) - eightHours);
}

/** The next midnight in Shanghai: from then on it is another day. */
export function endOf(day: Day): Date {
  return new Date(startOf(day).getTime() + oneDay);
}

/** The day `count` days later, or earlier when negative. */
export function daysLater(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * oneDay).toISOString().slice(0, 10);
}

/** Whether the text is a real day: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = month === 2 && isLeap ? 29 : (daysOfMonths[month - 1] ?? 0);
  return day >= 1 && day <= longest;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** 1 for January to 12 for December. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The month so many months later, or earlier when negative, as `2026-12`. */
export function monthLater(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** `2026年12月` */
export function sayMonth(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** As people say it: `11月23日`. */
export function sayDay(day: Day): string {
  return `${monthOf(day)}月${Number(day.slice(8, 10))}日`;
}

/** With the weekday: `11月23日 周一`. */
export function sayDayWithWeekday(day: Day): string {
  const weekday = '日一二三四五六'.charAt(new Date(`${day}T00:00:00Z`).getUTCDay());
  return `${sayDay(day)} 周${weekday}`;
}

export function sayHalf(half: Half): string {
  return half === 'morning' ? '上午' : '下午';
}

/** The minute in Shanghai: `2026年11月23日 08:05`. */
export function sayInstant(instant: Date): string {
  const day = dayOf(instant);
  const time = new Date(instant.getTime() + eightHours).toISOString().slice(11, 16);
  return `${day.slice(0, 4)}年${sayDay(day)} ${time}`;
}

/** With the year: `2026年11月23日`. */
export function sayDate(day: Day): string {
  return `${day.slice(0, 4)}年${sayDay(day)}`;
}
