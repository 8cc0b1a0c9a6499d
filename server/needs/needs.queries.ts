import type { EntityManager } from 'typeorm';
import type { Scope } from '../access/scope';
import type { Family } from './families.rules';
import { monthsToBits } from './needs.rules';

export interface DemandRow {
  regionCode: string;
  family: Family;
  women: number;
  registeredPoor: number;
  firstWish: number;
}

interface DemandFilter {
  readonly scope: Scope;
  readonly region?: string | undefined;
  readonly month?: number | undefined;
}

/** Open needs counted by area and family; `codeLength` 6 counts by county, 9 by township. */
export async function countDemand(
  rows: EntityManager,
  filter: DemandFilter,
  codeLength: 6 | 9,
): Promise<DemandRow[]> {
  const { sql, values } = openNeeds(filter);
  const counted = await rows.query<Record<keyof DemandRow, string | number>[]>(
    `SELECT SUBSTR(need.villageCode, 1, ${codeLength}) AS regionCode, need.family AS family, COUNT(*) AS women,
            SUM(CASE WHEN woman.isRegisteredPoor THEN 1 ELSE 0 END) AS registeredPoor,
            SUM(CASE WHEN need.wish = 1 THEN 1 ELSE 0 END) AS firstWish
       ${sql} GROUP BY regionCode, need.family ORDER BY regionCode, need.family`,
    values,
  );
  return counted.map((row) => ({
    regionCode: String(row.regionCode),
    family: row.family as Family,
    women: Number(row.women),
    registeredPoor: Number(row.registeredPoor),
    firstWish: Number(row.firstWish),
  }));
}

/** Distinct women with any open need. */
export async function countWomenInNeed(rows: EntityManager, filter: DemandFilter): Promise<number> {
  const { sql, values } = openNeeds(filter);
  const [row] = await rows.query<{ women: string | number }[]>(
    `SELECT COUNT(DISTINCT need.womanId) AS women ${sql}`,
    values,
  );
  return Number(row?.women ?? 0);
}

export interface WomanInNeedRow {
  womanId: string;
  name: string;
  villageCode: string;
  wish: number;
  freeMonthBits: number;
  farthestKm: number;
  needsChildCare: number | boolean;
  isRegisteredPoor: number | boolean;
}

/** The women behind one cell of the demand board, dearest wishes first. */
export function womenInNeed(
  rows: EntityManager,
  filter: DemandFilter,
  family: Family,
): Promise<WomanInNeedRow[]> {
  const { sql, values } = openNeeds(filter);
  return rows.query<WomanInNeedRow[]>(
    `SELECT woman.id AS womanId, woman.name AS name, woman.villageCode AS villageCode, need.wish AS wish,
            card.freeMonthBits AS freeMonthBits, card.farthestKm AS farthestKm,
            card.needsChildCare AS needsChildCare, woman.isRegisteredPoor AS isRegisteredPoor
       ${sql} AND need.family = ? ORDER BY need.wish, need.since, woman.id LIMIT 500`,
    [...values, family],
  );
}

function openNeeds({ scope, region, month }: DemandFilter): { sql: string; values: (string | number)[] } {
  const inScope = scope.clause('need.villageCode');
  const conditions = ["need.state = 'open'", inScope.sql];
  const values: (string | number)[] = [...inScope.values];
  if (region) {
    conditions.push('need.villageCode LIKE ?');
    values.push(`${region}%`);
  }
  if (month) {
    conditions.push('(card.freeMonthBits & ?) <> 0');
    values.push(monthsToBits([month]));
  }
  const sql = `FROM needs need
       JOIN women woman ON woman.id = need.womanId
       JOIN need_cards card ON card.womanId = need.womanId
      WHERE ${conditions.join(' AND ')}`;
  return { sql, values };
}
