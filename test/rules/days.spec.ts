import fc from 'fast-check';
import {
  dayOf,
  daysLater,
  isDay,
  isWeekend,
  monthOf,
  sayDay,
  sayDayWithWeekday,
  startOf,
} from '../../server/calendar/days.rules';

describe('A day in Shanghai', () => {
  it.each([
    ['2026-12-31T15:59:59.999Z', '2026-12-31'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2026-02-28T16:00:00.000Z', '2026-03-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('changes at midnight there, not here: %s falls on %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '2027-02-29', '', '2026-11-23T00:00', '２０２６-11-23'])(
    '%p is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it('begins at its first instant, and days count forth and back', () => {
    const anyDay = fc
      .date({ min: new Date('1991-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map(dayOf);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(dayOf(startOf(day))).toBe(day);
        expect(dayOf(new Date(startOf(day).getTime() - 1))).toBe(daysLater(day, -1));
        expect(daysLater(daysLater(day, count), -count)).toBe(day);
      }),
      { seed: 7 },
    );
  });

  it('is said as people say it', () => {
    expect([sayDay('2026-01-05'), sayDayWithWeekday('2026-11-23'), monthOf('2026-11-23')]).toEqual([
      '1月5日',
      '11月23日 周一',
      11,
    ]);
    expect([isWeekend('2026-11-22'), isWeekend('2026-11-23')]).toEqual([true, false]);
  });
});
