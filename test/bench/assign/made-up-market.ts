import type { BatchRow, Group, WomanRow } from '../../../server/assignment/engine/instance';
import { Chance } from './chance';
import { drawMaps, kilometres, type County, type Place } from './places';

/** Batches per 60,000 women: more seats than women, nearly as many, far fewer. */
export const batchesPer60000 = { A: 2000, B: 1200, C: 800 } as const;
export type Scenario = keyof typeof batchesPer60000;

/** Planting, breeding, housekeeping, e-commerce, handicraft, rural tourism, care, food. */
const families = [0.22, 0.18, 0.17, 0.15, 0.12, 0.08, 0.05, 0.03];
const heavyWork = [0, 1, 2];
const slackMonths = [11, 12, 1, 2, 3];

export interface MadeUpWoman {
  readonly row: Omit<WomanRow, 'list'>;
  /** Her needs in her order, each with the batches she is eligible for. */
  readonly needs: readonly (readonly { readonly batch: number; readonly km: number }[])[];
}

interface MadeUpBatch {
  readonly number: number;
  readonly row: BatchRow;
  readonly at: Place;
  readonly month: number;
  readonly isWeekend: boolean;
  readonly level: number;
}

export interface MadeUpMarket {
  readonly seed: string;
  readonly coverageCounties: readonly string[];
  readonly batches: readonly BatchRow[];
  /** One woman at a time: a million need not exist at once. */
  readonly women: () => Generator<MadeUpWoman>;
}

/** A synthetic Harbin: it ranks designs and measures speed, it predicts nothing. */
export function makeUpMarket(women: number, scenario: Scenario, seed: number): MadeUpMarket {
  const chance = new Chance(seed);
  const maps = drawMaps(women, chance);
  const tastes = new Map(
    maps.flat().map((county) => [county, families.map((w) => w * Math.exp(0.5 * chance.normal()))]),
  );
  const batches: BatchRow[] = [];
  /** By map and skill family. */
  const supply = maps.map(() => families.map((): MadeUpBatch[] => []));

  const count = Math.round((batchesPer60000[scenario] * women) / 60_000);
  const noisy = maps.map((map) => map.map(({ weight }) => weight ** 0.85 * Math.exp(0.25 * chance.normal())));
  for (let number = 0; number < count; number++) {
    const map = number % maps.length;
    const county = maps[map]![chance.index(noisy[map]!)]!;
    const batch = makeUpBatch(number, county, chance);
    supply[map]![chance.index(tastes.get(county)!)]!.push(batch);
    batches.push(batch.row);
  }
  return {
    seed: `harbin-${seed}`,
    coverageCounties: maps.flat().filter((county) => county.isFullCoverage).map((county) => county.code), // prettier-ignore
    batches,
    *women() {
      const weights = maps[0]!.map(({ weight }) => weight);
      const drawn = new Chance(seed + 1_000_003);
      for (let number = 0; number < women; number++) {
        const map = number % maps.length;
        const county = maps[map]![drawn.index(weights)]!;
        const id = `w${String(number).padStart(7, '0')}`;
        yield makeUpWoman(id, county, tastes.get(county)!, supply[map]!, drawn);
      }
    },
  };
}

function makeUpBatch(number: number, county: County, chance: Chance): MadeUpBatch {
  const capacity = chance.whole(30, 60);
  return {
    number,
    row: {
      id: `b${String(number).padStart(5, '0')}`,
      county: county.code,
      capacity,
      minimum: Math.max(15, Math.ceil(capacity / 2)),
      reserves: {
        POOR: Math.ceil(0.4 * capacity),
        NEVER: Math.floor(0.1 * capacity),
        VULN: Math.floor(0.05 * capacity),
        LEADER: Math.floor(0.05 * capacity),
      },
    },
    at: county.townships[chance.happens(0.4) ? 0 : chance.whole(1, 9)]!,
    month: chance.happens(0.7) ? slackMonths[chance.whole(0, 4)]! : chance.whole(4, 10),
    isWeekend: chance.happens(0.3),
    level: chance.index([60, 28, 12]),
  };
}

function makeUpWoman(
  id: string,
  county: County,
  taste: readonly number[],
  supply: readonly (readonly MadeUpBatch[])[],
  chance: Chance,
): MadeUpWoman {
  const township = county.townships[chance.whole(0, 9)]!;
  const home = { east: township.east + 2.5 * chance.normal(), north: township.north + 2.5 * chance.normal() };
  const farthest = [10, 20, 35, 60][chance.index([25, 40, 25, 10])]!;
  const isFree = Array.from({ length: 13 }, (_, month) =>
    chance.happens(slackMonths.includes(month) ? 0.8 : 0.3),
  );
  const days = chance.index([50, 30, 20]); // weekdays, weekends, both
  const literacy = chance.index([25, 45, 30]);
  const isHealthy = !chance.happens(0.06);

  const wanted = [...taste];
  const depth = chance.even();
  const needs = Array.from({ length: depth < 0.2 ? 4 : depth < 0.4 ? 3 : depth < 0.7 ? 2 : 1 }, () => {
    const family = chance.index(wanted);
    wanted[family] = 0;
    if (!isHealthy && heavyWork.includes(family)) return [];
    const eligible: { batch: number; km: number }[] = [];
    for (const { number, at, month, isWeekend, level } of supply[family]!) {
      if (!isFree[month] || level > literacy || days === (isWeekend ? 0 : 1)) continue;
      const km = kilometres(home, at);
      if (km <= farthest) eligible.push({ batch: number, km: Math.round(km) });
    }
    return eligible;
  });

  const hasNever = chance.happens(0.6);
  const groups: Group[] = [];
  if (chance.happens(0.45)) groups.push('POOR');
  if (hasNever) groups.push('NEVER');
  if (chance.happens(0.08)) groups.push('VULN');
  if (chance.happens(0.04)) groups.push('LEADER');
  const trained = hasNever ? 0 : chance.whole(1, 3);
  return { row: { id, county: county.code, groups, trained, waiting: chance.whole(0, 3) }, needs };
}
