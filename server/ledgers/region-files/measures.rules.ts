import { families, familyNames, type Family } from '../../needs/families.rules';

/** What is counted of the women of a region, apart from what they want to learn. */
export const standings = ['all', 'poor', 'card', 'confirmed', 'trained'] as const;

/** What a number of a region's file says; behind each stand women. */
export type Measure = (typeof standings)[number] | Family;

export const measures: readonly Measure[] = [...standings, ...families];

export const measureNames: Readonly<Record<Measure, string>> = {
  all: '在册妇女',
  poor: '建档立卡',
  card: '有需求卡',
  confirmed: '本季确认过',
  trained: '培训过',
  ...familyNames,
};

/** How many women are what, in the order of `measures`. */
export type Counts = Readonly<Record<Measure, number>>;

/** The women of one region right below, counted. */
export interface AreaCounts {
  readonly area: string;
  readonly counts: Counts;
}

/** The numbers of a region: the sum of what was counted area by area, since a woman lives in one of them. */
export function sumOf(areas: readonly AreaCounts[]): Counts {
  return countsBy((measure) => areas.reduce((sum, { counts }) => sum + counts[measure], 0));
}

export function countsBy(count: (measure: Measure) => number): Counts {
  return Object.fromEntries(measures.map((measure) => [measure, count(measure)])) as Record<Measure, number>;
}

/** A line for each area there is, with zeros where nobody is on the register. */
export function linesOf(areas: readonly AreaCounts[], codes: readonly string[]): AreaCounts[] {
  const known = new Map(areas.map((one) => [one.area, one]));
  return codes.map((area) => known.get(area) ?? { area, counts: countsBy(() => 0) });
}
