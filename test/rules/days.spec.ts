import fc from 'fast-check';
import {
  dayOf,
  daysLater,
  halves,
  isDay,
  isWeekend,
  monthOf,
  sayDay,
  sayDayWithWeekday,
  sayHalf,
  startOf,
} from '../../server/calendar/days.rules';

const anyInstant = fc.date({
  min: new Date('1992-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
});
const anyDay = anyInstant.map(dayOf);

/** The machine's own calendar of Shanghai, which knows nothing of a fixed offset. */
const inShanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const weekdayInShanghai = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', weekday: 'short' });

describe('A day in Shanghai', () => {
  it.each([
    ['2026-12-31T15:59:59.999Z', '2026-12-31'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2027-01-01T15:59:59.999Z', '2027-01-01'],
    ['2026-02-28T16:00:00.000Z', '2026-03-01'],
    ['2028-02-28T15:59:59.999Z', '2028-02-28'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
    ['2028-02-29T16:00:00.000Z', '2028-03-01'],
  ])('changes at midnight there, not here: %s falls on %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  it.each(['2026-12-31', '2028-02-29', '2000-02-29', '0001-01-01'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    ...['2026-02-30', '2026-13-01', '2026-00-10', '2026-01-00', '2026-04-31', '2027-02-29', '2100-02-29'],
    ...['2026-1-1', '20261123', '2026/11/23', '26-11-23', '2026-11-23T00:00', '2026-11-23 ', ' 2026-11-23'],
    ...['2026-11-23\n', '+002026-11-23', '-2026-11-23', '２０２６-11-23', '二〇二六年', 'NaN-Na-aN', ''],
  ])('%p is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is the day that a calendar on the wall in Shanghai shows, with its weekday', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const day = dayOf(instant);
        expect(day).toBe(inShanghai.format(instant));
        expect(isDay(day)).toBe(true);
        const weekday = weekdayInShanghai.format(instant);
        expect(sayDayWithWeekday(day)).toBe(`${sayDay(day)} ${weekday}`);
        expect(isWeekend(day)).toBe(['周六', '周日'].includes(weekday));
      }),
      { seed: 7 },
    );
  });

  it('begins at its first instant, and days count forth and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(dayOf(startOf(day))).toBe(day);
        expect(dayOf(new Date(startOf(day).getTime() - 1))).toBe(daysLater(day, -1));
        expect(daysLater(daysLater(day, count), -count)).toBe(day);
        expect(daysLater(day, 0)).toBe(day);
        if (count > 0) expect(daysLater(day, count) > day).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-29', 366, '2029-03-01'],
    ['2026-11-23', 14, '2026-12-07'],
  ])('%s and %d days is %s', (day, count, later) => {
    expect(daysLater(day, count)).toBe(later);
  });

  it('is said as people say it, without leading zeros', () => {
    expect(['2026-01-05', '2026-10-10', '2026-12-31'].map(sayDay)).toEqual([
      '1月5日',
      '10月10日',
      '12月31日',
    ]);
    expect(sayDayWithWeekday('2026-11-22')).toBe('11月22日 周日');
    expect(['2026-01-31', '2026-09-01', '2026-12-01'].map(monthOf)).toEqual([1, 9, 12]);
    expect(halves.map(sayHalf)).toEqual(['上午', '下午']);
  });
});
