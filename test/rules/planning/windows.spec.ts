import { isWeekend } from '../../../server/calendar/days.rules';
import { holidayOn } from '../../../server/calendar/holidays.rules';
import { slotKey } from '../../../server/courses/batches.rules';
import { windowsBetween } from '../../../server/planning/windows.rules';

describe('The windows in which a batch could be held', () => {
  it.each([1, 4, 5, 9])(
    'of %i half days share no half day, keep to one month and one kind of day, and no holiday',
    (halfDays) => {
      const windows = windowsBetween({ from: '2026-12-03', until: '2027-02', halfDays });
      expect(windows.length).toBeGreaterThan(8);
      const all = windows.flatMap(({ slots }) => slots.map(slotKey));
      expect(new Set(all).size).toBe(all.length);
      for (const { month, isWeekend: atWeekend, slots } of windows) {
        expect(slots).toHaveLength(halfDays);
        for (const { heldOn } of slots) {
          expect([heldOn.slice(0, 7), isWeekend(heldOn), holidayOn(heldOn)]).toEqual([
            month,
            atWeekend,
            undefined,
          ]);
          expect(heldOn >= '2026-12-03' && heldOn < '2027-03-01').toBe(true);
        }
      }
    },
  );

  it('are none where a batch is longer than a month, or the last month is over', () => {
    expect(windowsBetween({ from: '2026-12-03', until: '2027-02', halfDays: 40 })).toEqual([]);
    expect(windowsBetween({ from: '2026-12-03', until: '2026-11', halfDays: 4 })).toEqual([]);
  });
});
