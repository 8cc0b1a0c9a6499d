import { families, type Family } from '../../../server/needs/families.rules';
import type { components } from '../../api/schema';

type DemandCell = components['schemas']['DemandCellView'];
type Area = components['schemas']['DemandAreaView'];
export type Month = components['schemas']['DemandMonthView'];

export interface Cell extends DemandCell {
  /** 0 nobody, to 4 where most women ask. */
  readonly heat: number;
}

/** Which cell of the board is meant. */
export interface CellKey {
  readonly regionCode: string;
  readonly family: Family;
}

export type PastCell = components['schemas']['PastCellView'];

export function isSame(one: CellKey, other: CellKey): boolean {
  return one.regionCode === other.regionCode && one.family === other.family;
}

export interface BoardRow {
  readonly regionCode: string;
  readonly regionName: string;
  readonly cells: readonly Cell[];
}

/** What the officer narrows the board to; '' is everything. */
export interface Filter {
  readonly month: string;
  readonly who: '' | 'poor' | 'never_trained';
  readonly age: '' | 'fresh' | 'stale';
  /** A township where a course might be held. */
  readonly place: string;
}

export const everything: Filter = { month: '', who: '', age: '', place: '' };

/** The same as the server asks for it. */
export function queryOf({ month, who, age, place }: Filter) {
  return {
    month: month ? Number(month) : undefined,
    who: who || undefined,
    age: age || undefined,
    place: place || undefined,
  };
}

/** The address of the workbook of what the board shows. */
export function workbookPath(filter: Filter): string {
  const pairs = Object.entries(queryOf(filter)).filter(([, value]) => value !== undefined);
  return `/api/demand/workbook${pairs.length > 0 ? `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}` : ''}`;
}

const nobody = { women: 0, registeredPoor: 0, neverTrained: 0, stale: 0, reachable: 0, firstWish: 0 };

/** The board row by row, every family in each, also where nobody asks, and where women once learned who ask for nothing now. */
export function boardOf(asked: readonly DemandCell[], past: readonly PastCell[] = []): BoardRow[] {
  const cells = [...asked, ...past.filter((one) => !asked.some((cell) => isSame(cell, one))).map(nobodyAsks)];
  const most = Math.max(1, ...cells.map(({ women }) => women));
  const byRegion = new Map<string, Map<Family, DemandCell>>();
  for (const cell of cells) {
    const row = byRegion.get(cell.regionCode) ?? new Map<Family, DemandCell>();
    byRegion.set(cell.regionCode, row.set(cell.family, cell));
  }
  return [...byRegion].map(([regionCode, row]) => {
    const regionName = [...row.values()][0]?.regionName ?? '';
    return {
      regionCode,
      regionName,
      cells: families.map((family) => {
        const cell = row.get(family) ?? { ...nobody, regionCode, regionName, family };
        return { ...cell, heat: heatOf(cell.women, most) };
      }),
    };
  });
}

/** A cell of an earlier batch where nobody asks now. */
export function nobodyAsks({ regionCode, regionName, family }: PastCell): DemandCell {
  return { ...nobody, regionCode, regionName, family };
}

function heatOf(women: number, most: number): number {
  return women === 0 ? 0 : Math.ceil((women / most) * 4);
}

export interface MapTile extends Cell {
  /** From the west and from the north, 0 the first. */
  readonly column: number;
  readonly row: number;
}

export interface MapOf {
  readonly columns: number;
  readonly tiles: readonly MapTile[];
  /** Areas whose position no public source gives. */
  readonly unplaced: readonly Cell[];
}

/**
 * One family on a map made of squares: each area stands as near to its true place as there is a free square,
 * the largest numbers choosing first.
 */
export function mapOf(areas: readonly Area[], cells: readonly DemandCell[], family: Family): MapOf {
  const most = Math.max(1, ...cells.filter((one) => one.family === family).map(({ women }) => women));
  const cellOf = ({ regionCode, regionName }: Area): Cell => {
    const cell = cells.find((one) => one.regionCode === regionCode && one.family === family);
    const shown = cell ?? { ...nobody, regionCode, regionName, family };
    return { ...shown, heat: heatOf(shown.women, most) };
  };
  const placed = areas.flatMap((area) =>
    area.latitudeE5 === null || area.longitudeE5 === null
      ? []
      : [{ cell: cellOf(area), north: area.latitudeE5, east: area.longitudeE5 }],
  );
  const unplaced = areas.filter(({ latitudeE5 }) => latitudeE5 === null).map(cellOf);
  const side = Math.max(2, Math.ceil(Math.sqrt(placed.length)) + 1);
  const share = (values: readonly number[]) => {
    const [least, greatest] = [Math.min(...values), Math.max(...values)];
    return (value: number) => (greatest === least ? 0.5 : (value - least) / (greatest - least)) * (side - 1);
  };
  const eastOf = share(placed.map(({ east }) => east));
  const northOf = share(placed.map(({ north }) => north));
  const taken = new Set<string>();
  const tiles = [...placed]
    .sort((one, other) => other.cell.women - one.cell.women)
    .map(({ cell, north, east }): MapTile => {
      const [x, y] = [eastOf(east), side - 1 - northOf(north)];
      const free = squares(side)
        .filter(([column, row]) => !taken.has(`${column} ${row}`))
        .sort((one, other) => far(one, x, y) - far(other, x, y))[0]!;
      taken.add(`${free[0]} ${free[1]}`);
      return { ...cell, column: free[0], row: free[1] };
    });
  return { columns: side, tiles, unplaced };
}

function squares(side: number): [number, number][] {
  return Array.from({ length: side * side }, (_, at) => [at % side, Math.floor(at / side)]);
}

function far([column, row]: readonly [number, number], x: number, y: number): number {
  return (column - x) ** 2 + (row - y) ** 2;
}

/** The months in the order of a training year, each with its height beside the largest, 0 to 1. */
export function monthBars(months: readonly Month[]): (Month & { readonly height: number })[] {
  const most = Math.max(1, ...months.map(({ women }) => women));
  return [11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((month) => {
    const found = months.find((one) => one.month === month);
    return found ? [{ ...found, height: found.women / most }] : [];
  });
}

/** 其中建档立卡3 · 没培训过5 · 本季没确认2 · 到六团镇够得着4 */
export function sayCount(
  cell: Omit<DemandCell, 'family' | 'regionCode' | 'regionName'>,
  placeName = '',
): string {
  return [
    `建档立卡${cell.registeredPoor}`,
    `没培训过${cell.neverTrained}`,
    `最想学${cell.firstWish}`,
    `本季没确认${cell.stale}`,
    ...(placeName ? [`到${placeName}够得着${cell.reachable}`] : []),
  ].join(' · ');
}
