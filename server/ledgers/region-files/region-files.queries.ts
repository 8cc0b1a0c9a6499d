import type { EntityManager } from 'typeorm';
import type { Scope } from '../../access/scope';
import type { Day } from '../../calendar/days.rules';
import { beginningOf } from '../../database/raw-values';
import { bitsToFamilies, families, familiesToBits, type Family } from '../../needs/families.rules';
import { countsBy, measures, type AreaCounts, type Measure } from './measures.rules';

export interface RegionAsked {
  readonly scope: Scope;
  readonly region: string;
  /** Cards confirmed on this day or later hold for this season. */
  readonly freshSince: Day;
}

type Raw = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Files that are somebody's. Who took back her consent to being registered stays on the register, but neither her card nor
 * her needs are counted.
 */
const living = `FROM women woman
  LEFT JOIN need_cards card ON card.womanId = woman.id AND woman.needsWithdrawnAt IS NULL
  LEFT JOIN demand ON demand.womanId = woman.id
 WHERE woman.mergedIntoId IS NULL AND woman.erasedAt IS NULL`;

/** When a woman is counted: the one place where it is said, for the numbers and for the lists behind them. */
const conditions: Readonly<Record<Measure, string>> = {
  all: '1 = 1',
  poor: 'woman.isRegisteredPoor',
  card: 'card.womanId IS NOT NULL',
  confirmed: 'card.confirmedAt >= ?',
  trained: 'EXISTS (SELECT 1 FROM completions done WHERE done.womanId = woman.id)',
  ...(Object.fromEntries(
    families.map((family) => [family, `(demand.families & ${familiesToBits([family])}) <> 0`]),
  ) as Record<Family, string>),
};

/** All numbers of a region in one statement, by the areas whose codes are so long. */
export async function countRegion(
  rows: EntityManager,
  asked: RegionAsked,
  codeLength: number,
): Promise<AreaCounts[]> {
  const within = withinOf(asked);
  const sums = measures.map(
    (measure) => `SUM(CASE WHEN ${conditions[measure]} THEN 1 ELSE 0 END) AS m_${measure}`,
  );
  const counted = await rows.query<Raw[]>(
    `SELECT SUBSTR(woman.villageCode, 1, ${codeLength}) AS area, ${sums.join(', ')}
       ${living} AND ${within.sql} GROUP BY area`,
    [beginningOf(asked.freshSince), ...within.values],
  );
  return counted.map((row) => ({
    area: String(row.area),
    counts: countsBy((measure) => Number(row[`m_${measure}`])),
  }));
}

/** One of the numbers alone, of the whole region. */
export async function countOne(rows: EntityManager, asked: RegionAsked, measure: Measure): Promise<number> {
  const within = withinOf(asked);
  const fresh = measure === 'confirmed' ? [beginningOf(asked.freshSince)] : [];
  const [row] = await rows.query<{ howMany: number | string }[]>(
    `SELECT COUNT(*) AS howMany ${living} AND ${conditions[measure]} AND ${within.sql}`,
    [...fresh, ...within.values],
  );
  return Number(row!.howMany);
}

export interface RegionWoman {
  readonly womanId: string;
  readonly name: string;
  readonly villageCode: string;
  readonly isRegisteredPoor: boolean;
  readonly isConfirmed: boolean;
  readonly isTrained: boolean;
  /** Of her open needs. */
  readonly families: Family[];
}

/** The women behind one number, village by village. */
export async function womenBehind(
  rows: EntityManager,
  asked: RegionAsked,
  measure: Measure,
  { skip, take }: { skip: number; take: number },
): Promise<RegionWoman[]> {
  const within = withinOf(asked);
  const fresh = beginningOf(asked.freshSince);
  const found = await rows.query<Raw[]>(
    `SELECT woman.id AS womanId, woman.name AS name, woman.villageCode AS villageCode,
            woman.isRegisteredPoor AS isRegisteredPoor, ${conditions.confirmed} AS isConfirmed,
            ${conditions.trained} AS isTrained, demand.families AS families
       ${living} AND ${conditions[measure]} AND ${within.sql}
      ORDER BY woman.villageCode, woman.id LIMIT ${take} OFFSET ${skip}`,
    [fresh, ...(measure === 'confirmed' ? [fresh] : []), ...within.values],
  );
  return found.map((row) => ({
    ...{ womanId: String(row.womanId), name: String(row.name), villageCode: String(row.villageCode) },
    isRegisteredPoor: Number(row.isRegisteredPoor) === 1,
    isConfirmed: Number(row.isConfirmed) === 1,
    isTrained: Number(row.isTrained) === 1,
    families: bitsToFamilies(Number(row.families ?? 0)),
  }));
}

function withinOf({ scope, region }: RegionAsked): { sql: string; values: string[] } {
  const inScope = scope.clause('woman.villageCode');
  return { sql: `woman.villageCode LIKE ? AND ${inScope.sql}`, values: [`${region}%`, ...inScope.values] };
}
