import type { Chance } from './chance';

/** District or county, kilometres east and north, weight of its rural women, radius in kilometres. Rough on purpose. */
const units: readonly (readonly [
  code: string,
  east: number,
  north: number,
  weight: number,
  radius: number,
])[] = [
  ['230129', 182, 161, 5, 30], // 延寿
  ['230126', 109, 231, 10, 32], // 巴彦
  ['230127', 159, 216, 5, 32], // 木兰
  ['230125', 115, 194, 8, 35], // 宾县
  ['230184', 91, 103, 11, 42], // 五常
  ['230183', 157, 134, 8, 42], // 尚志
  ['230113', 24, 153, 9, 30], // 双城
  ['230111', 46, 210, 7, 25], // 呼兰
  ['230112', 75, 172, 6, 28], // 阿城
  ['230123', 278, 258, 6, 35], // 依兰
  ['230128', 215, 219, 4, 38], // 通河
  ['230124', 221, 205, 4, 28], // 方正
  ['230109', 44, 200, 3, 14], // 松北
  ['230102', 47, 194, 3, 12], // 道里
  ['230104', 51, 199, 3, 12], // 道外
  ['230103', 52, 195, 2, 10], // 南岗
  ['230110', 51, 191, 2, 10], // 香坊
  ['230108', 50, 178, 1, 8], // 平房
];

const fullCoverage = ['230129', '230126', '230127'];
const womenPerMap = 60_000;

export interface Place {
  readonly east: number;
  readonly north: number;
}

export interface County {
  readonly code: string;
  readonly weight: number;
  readonly isFullCoverage: boolean;
  /** Ten townships, the first at the county seat. */
  readonly townships: readonly Place[];
}

/**
 * Harbin, laid out beside itself as often as the number of women asks for, so that density stays; for few women the
 * first counties only. One list of counties per map.
 */
export function drawMaps(women: number, chance: Chance): County[][] {
  const maps = Math.max(1, Math.round(women / womenPerMap));
  const counties =
    women >= womenPerMap ? units.length : Math.max(3, Math.ceil((units.length * women) / womenPerMap));
  return Array.from({ length: maps }, (_, map) =>
    units.slice(0, counties).map(([code, east, north, weight, radius]) => ({
      code: map === 0 ? code : `${code}-${map}`,
      weight,
      isFullCoverage: fullCoverage.includes(code),
      townships: Array.from({ length: 10 }, (_township, at) => {
        const turn = 2 * Math.PI * chance.even();
        const away = at === 0 ? 0 : radius * Math.sqrt(chance.even());
        return { east: east + map * 1000 + away * Math.cos(turn), north: north + away * Math.sin(turn) };
      }),
    })),
  );
}

export function kilometres(one: Place, other: Place): number {
  return Math.sqrt((one.east - other.east) ** 2 + (one.north - other.north) ** 2);
}
