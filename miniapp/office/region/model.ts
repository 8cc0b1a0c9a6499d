import { measureNames, standings, type Measure } from '../../../server/ledgers/region-files/measures.rules';
import { families } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type RegionFile = Schemas['RegionFileView'];
export type Count = Schemas['RegionCountView'];

/** What the lines below a region are called. */
export const partsTitles: Readonly<Record<RegionFile['level'], string>> = {
  city: '各区县',
  county: '各乡镇',
  township: '各村',
  village: '',
};

const offices = ['helper', 'county_officer', 'city_officer'];

/** The areas whose files she may open, by her offices, each once. */
export function placesOf(roles: Schemas['MeView']['roles']): (readonly [code: string, name: string])[] {
  const held = roles.filter(({ role }) => offices.includes(role));
  return [...new Map(held.map(({ regionCode, regionName }) => [regionCode, regionName]))];
}

/** Where women stand, and what they want to learn. */
export function halvesOf(counts: readonly Count[]): { standing: Count[]; wanted: Count[] } {
  const of = (some: readonly Measure[]) => counts.filter((count) => some.includes(count.of));
  return { standing: of(standings), wanted: of(families) };
}

/** 在册妇女12 · 建档立卡3 · 有需求卡9 */
export function sayPart(counts: readonly Count[]): string {
  return halvesOf(counts)
    .standing.map(({ of, women }) => `${measureNames[of]}${women}`)
    .join(' · ');
}

/** Whose list this is: 想学种植的妇女：3人 */
export function titleOf(of: Measure, total: number): string {
  const name = measureNames[of];
  const isWish = families.some((family) => family === of);
  return `${isWish ? `想学${name}` : name}${of === 'all' ? '' : '的妇女'}：${total}人`;
}

/** What is said of a woman on the list. */
export function sayWoman({ families: wanted, isConfirmed, isTrained }: Schemas['RegionWomanView']): string {
  return [
    ...(wanted.length > 0 ? [`想学${wanted.map((family) => measureNames[family]).join('、')}`] : []),
    ...(isConfirmed ? ['本季确认过'] : []),
    ...(isTrained ? ['培训过'] : []),
  ].join(' · ');
}

export function paperPath(code: string): string {
  return `/api/region-files/${code}/paper`;
}
