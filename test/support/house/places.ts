import { harbinDivisions } from '../../../server/regions/harbin-divisions';

/** Real codes of Harbin. */
export const city = '2301';

/** 延寿县, one of the three counties to be trained in full. */
export const yanshou = {
  county: '230129',
  township: '230129101',
  /** Three villages of 六团镇. */
  villages: ['230129101201', '230129101202', '230129101203'],
  /** One of 中和镇. */
  villageElsewhere: '230129102201',
} as const;

/** 巴彦县. */
export const bayan = { county: '230126', township: '230126100', village: '230126100201' } as const;

/** 道里区, not among the three. */
export const daoli = { county: '230102' } as const;

/** One village of each county, so that a spec can have a county to itself. */
export function villageOfEachCounty(): { county: string; township: string; village: string }[] {
  const regions = harbinDivisions();
  return regions
    .filter(({ level }) => level === 'county')
    .map(({ code: county }) => {
      const village = regions.find(({ code, level }) => level === 'village' && code.startsWith(county))!.code;
      return { county, township: village.slice(0, 9), village };
    });
}
