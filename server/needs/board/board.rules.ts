import { families, type Family } from '../families.rules';

/** Women who are alike in everything that the board tells apart, and how many they are. */
export interface DemandGroup {
  /** The county or township that is a row of the board; a village where distances are asked for. */
  readonly area: string;
  readonly families: number;
  readonly dearest: number;
  readonly isRegisteredPoor: boolean;
  readonly isNeverTrained: boolean;
  readonly isStale: boolean;
  /** Whether they can reach the place asked about; undefined where none was. */
  readonly isReachable?: boolean | undefined;
  readonly women: number;
}

/** How many women, and how many of them are what. */
export interface DemandCount {
  women: number;
  registeredPoor: number;
  neverTrained: number;
  /** Nobody has confirmed their need for this season. */
  stale: number;
  /** Their own distance reaches the place asked about. */
  reachable: number;
}

export interface DemandCell extends DemandCount {
  readonly regionCode: string;
  readonly family: Family;
  /** For whom it is the dearest wish. */
  firstWish: number;
}

const nobody = (): DemandCount => ({ women: 0, registeredPoor: 0, neverTrained: 0, stale: 0, reachable: 0 });

function add(count: DemandCount, group: Omit<DemandGroup, 'area' | 'families' | 'dearest'>): void {
  const { women } = group;
  count.women += women;
  if (group.isRegisteredPoor) count.registeredPoor += women;
  if (group.isNeverTrained) count.neverTrained += women;
  if (group.isStale) count.stale += women;
  if (group.isReachable) count.reachable += women;
}

/**
 * The board from its groups: a woman is counted once in each family she wishes for, and once in all.
 *
 * @param codeLength of the areas that are its rows: 6 counties, 9 townships.
 * @param only one family, or all of them.
 */
export function foldBoard(
  groups: readonly DemandGroup[],
  codeLength: 6 | 9,
  only?: Family,
): { cells: DemandCell[]; all: DemandCount } {
  const all = nobody();
  const cells = new Map<string, DemandCell>();
  const wanted = only ? [only] : families;
  for (const group of groups) {
    add(all, group);
    const regionCode = group.area.slice(0, codeLength);
    for (const family of wanted) {
      const place = families.indexOf(family);
      if (!(group.families & (1 << place))) continue;
      const key = `${regionCode} ${place}`;
      const cell = cells.get(key) ?? { regionCode, family, ...nobody(), firstWish: 0 };
      cells.set(key, cell);
      add(cell, group);
      if (group.dearest === place) cell.firstWish += group.women;
    }
  }
  const sorted = [...cells].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell);
  return { cells: sorted, all };
}

/** How many have time in each month, January first; `freeMonthBits` as on the need card. */
export function foldMonths(
  groups: readonly (Omit<DemandGroup, 'area' | 'families' | 'dearest'> & {
    readonly freeMonthBits: number;
  })[],
): DemandCount[] {
  const months = Array.from({ length: 12 }, nobody);
  for (const group of groups)
    months.forEach((count, index) => {
      if (group.freeMonthBits & (1 << index)) add(count, group);
    });
  return months;
}
