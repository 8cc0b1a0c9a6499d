/** City > county > township > village. The length of a code says its level. */
export const levels = ['city', 'county', 'township', 'village'] as const;

export type Level = (typeof levels)[number];

const lengths: Readonly<Record<Level, number>> = { city: 4, county: 6, township: 9, village: 12 };

/** The level of a region by its code, or undefined when it is no code. */
export function levelOf(code: string): Level | undefined {
  return levels.find((level) => code.length === lengths[level]);
}

/** The code of the region at this level that holds the given one, or undefined when that lies higher. */
export function ancestor(code: string, level: Level): string | undefined {
  return code.length >= lengths[level] ? code.slice(0, lengths[level]) : undefined;
}

/** Whether the region is the place itself or lies inside it. */
export function isWithin(code: string, place: string): boolean {
  return code.startsWith(place);
}

/** As people say it: the register's 太安村村委会 is 太安村. */
export function sayRegion(name: string): string {
  return name.replace(/(?:村民委员会|村委会)$/, '村').replace(/村村$/, '村');
}

export interface Point {
  readonly latitudeE5: number;
  readonly longitudeE5: number;
}

export interface Distance {
  readonly km: number;
  /** False when it is only told from the areas, since one of the places has no known position. */
  readonly isMeasured: boolean;
}

/** What we say of a way whose ends are not on the map; shown as 约. */
const kmByNearestSharedArea: Readonly<Record<Level | 'none', number>> = {
  village: 1,
  township: 8,
  county: 30,
  city: 90,
  none: 200,
};

/**
 * How far it is between two regions, in whole kilometres: along the sphere where both positions are known,
 * else told from the smallest area that holds both.
 */
export function distanceBetween(
  from: string,
  to: string,
  positions: (code: string) => Point | undefined,
): Distance {
  if (from === to) return { km: kmByNearestSharedArea[levelOf(from) ?? 'none'], isMeasured: false };
  const start = positions(from);
  const end = positions(to);
  const shared = [...levels]
    .reverse()
    .find((level) => ancestor(from, level) !== undefined && ancestor(from, level) === ancestor(to, level));
  if (start && end && shared !== 'village' && shared !== 'township')
    return { km: Math.max(1, Math.round(kmOnSphere(start, end))), isMeasured: true };
  return { km: kmByNearestSharedArea[shared ?? 'none'], isMeasured: false };
}

/** The haversine formula with the mean radius of the earth. */
function kmOnSphere(a: Point, b: Point): number {
  const radians = (e5: number) => (e5 / 100_000) * (Math.PI / 180);
  const height = Math.sin(radians(b.latitudeE5 - a.latitudeE5) / 2) ** 2;
  const width = Math.sin(radians(b.longitudeE5 - a.longitudeE5) / 2) ** 2;
  const chord = height + Math.cos(radians(a.latitudeE5)) * Math.cos(radians(b.latitudeE5)) * width;
  return 2 * 6371 * Math.asin(Math.sqrt(chord));
}
