import { families, type Family } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';

type DemandCell = components['schemas']['DemandCellView'];

export interface Cell extends DemandCell {
  /** 0 nobody, to 4 where most women ask. */
  readonly heat: number;
}

export interface BoardRow {
  readonly regionCode: string;
  readonly regionName: string;
  readonly cells: readonly Cell[];
}

/** The board row by row, every family in each, also where nobody asks. */
export function boardOf(cells: readonly DemandCell[]): BoardRow[] {
  const most = Math.max(1, ...cells.map(({ women }) => women));
  const byRegion = new Map<string, Map<Family, DemandCell>>();
  for (const cell of cells) {
    const row = byRegion.get(cell.regionCode) ?? new Map<Family, DemandCell>();
    byRegion.set(cell.regionCode, row.set(cell.family, cell));
  }
  return [...byRegion].map(([regionCode, row]) => {
    const regionName = [...row.values()][0]?.regionName ?? '';
    const nobody = { regionCode, regionName, women: 0, registeredPoor: 0, neverTrained: 0, stale: 0, reachable: 0, firstWish: 0 };
    return {
      regionCode,
      regionName,
      cells: families.map((family) => {
        const cell = row.get(family) ?? { ...nobody, family };
        return { ...cell, heat: cell.women === 0 ? 0 : Math.ceil((cell.women / most) * 4) };
      }),
    };
  });
}
