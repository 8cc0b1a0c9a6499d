/**
 * The priority of a woman in a batch as one whole number, higher first.
 *
 * From the highest bit: county (2 her own full-coverage county, 1 her own county, 0 another), 3 minus trainings,
 * years waited, lottery rank. Packing the tiers as digits makes one comparison of two keys the same as
 * comparing tier after tier. Keys stay below 2^30, and no two women share one, because no two share a rank.
 */
const rankBits = 24;
const lowestWaiting = 1 << rankBits;
const lowestTraining = lowestWaiting << 2;
const lowestCounty = lowestTraining << 2;

/** More women than this do not fit into the lottery's bits of a key. */
export const mostWomen = lowestWaiting - 1;

/** Trainings and years beyond this are not told apart. */
export const band = 3;

export type MissingTier = 'COUNTY' | 'TRAINED' | 'WAITING' | 'LOTTERY' | 'RESERVED';

export interface Priority {
  /** 2: her own full-coverage county; 1: her own county; 0: another. */
  readonly county: number;
  readonly trained: number;
  readonly waiting: number;
  /** Place of her lottery number, 1 for the lowest. */
  readonly rank: number;
}

/** Her tiers in a batch of another county. Her rank is added, and in her own county one of the next two. */
export function tiersAwayFromHome(trained: number, waiting: number): number {
  const fewTrainings = band - Math.min(band, trained);
  return fewTrainings * lowestTraining + Math.min(band, waiting) * lowestWaiting;
}

export const homeCounty = lowestCounty;
export const homeCoverageCounty = 2 * lowestCounty;

/** A key as people read it. */
export function readKey(key: number): Priority {
  return {
    county: Math.floor(key / lowestCounty),
    trained: band - (Math.floor(key / lowestTraining) % (band + 1)),
    waiting: Math.floor(key / lowestWaiting) % (band + 1),
    rank: key % lowestWaiting,
  };
}

/** Why this key is not enough: the first tier in which the cutoff is higher; RESERVED where no key would do. */
export function missingTier(key: number, cutoff: number | null): MissingTier {
  if (cutoff === null) return 'RESERVED';
  if (Math.floor(key / lowestCounty) < Math.floor(cutoff / lowestCounty)) return 'COUNTY';
  if (Math.floor(key / lowestTraining) < Math.floor(cutoff / lowestTraining)) return 'TRAINED';
  if (Math.floor(key / lowestWaiting) < Math.floor(cutoff / lowestWaiting)) return 'WAITING';
  return 'LOTTERY';
}
