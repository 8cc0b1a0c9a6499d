import type { Family } from '../../needs/families.rules';
import type { Level } from '../../regions/regions.rules';
import { measures, type Counts, type Measure } from './measures.rules';

/** How many women are what. */
export class RegionCountView {
  of: Measure;
  women: number;
}

/** A region right below, on its line. */
export class RegionPartView {
  regionCode: string;
  regionName: string;
  counts: RegionCountView[];
}

/** The file of a village, township, county or the city (村、乡镇、区县档案): every number is derived when it is read. */
export class RegionFileView {
  regionCode: string;
  /** 延寿县 六团镇 */
  regionName: string;
  level: Level;
  counts: RegionCountView[];
  /** Every region right below, also where nobody is on the register; none below a village. */
  parts: RegionPartView[];
  /** Whether the reader may see who stands behind a number: the city names no one. */
  mayName: boolean;
}

/** A woman behind a number. */
export class RegionWomanView {
  womanId: string;
  name: string;
  villageName: string;
  isRegisteredPoor: boolean;
  /** Her card was confirmed for this season. */
  isConfirmed: boolean;
  /** She has completed a batch. */
  isTrained: boolean;
  /** What she wants to learn. */
  families: Family[];
}

export class RegionWomenView {
  women: RegionWomanView[];
  /** How many there are in all, over all pages. */
  total: number;
}

export function viewCounts(counts: Counts): RegionCountView[] {
  return measures.map((of) => ({ of, women: counts[of] }));
}
