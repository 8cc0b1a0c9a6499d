import type { Day } from './days.rules';

interface Holiday {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

interface HolidayYear {
  readonly source: string;
  /** False while only the statutory days are known, not yet the days off around them. */
  readonly isAnnounced: boolean;
  readonly holidays: readonly Holiday[];
}

/**
 * National holidays by year, each year with its source. A new year is a new entry. 2026 was compared with the notice as
 * Xinhua printed it on 4 November 2025.
 */
export const holidayYears: Readonly<Record<string, HolidayYear>> = {
  2026: {
    source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
    isAnnounced: true,
    holidays: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
      { name: '春节', from: '2026-02-15', to: '2026-02-23' },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    ],
  },
  2027: {
    source: '全国年节及纪念日放假办法（2024年修订）规定的放假日，调休以国务院办公厅通知为准',
    isAnnounced: false,
    holidays: [
      { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
      { name: '春节', from: '2027-02-05', to: '2027-02-08' },
      { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
      { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
      { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
      { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
      { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
    ],
  },
};

/** The holiday on which the day falls, where its year is known. */
export function holidayOn(day: Day): string | undefined {
  return holidayYears[day.slice(0, 4)]?.holidays.find(({ from, to }) => from <= day && day <= to)?.name;
}
