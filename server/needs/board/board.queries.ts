import type { EntityManager } from 'typeorm';
import type { Scope } from '../../access/scope';
import type { Day } from '../../calendar/days.rules';
import { beginningOf } from '../../database/raw-values';
import { familiesToBits, type Family } from '../families.rules';
import { monthsToBits } from '../needs.rules';
import type { DemandGroup } from './board.rules';

export interface DemandFilter {
  readonly scope: Scope;
  readonly region?: string | undefined;
  readonly family?: Family | undefined;
  readonly month?: number | undefined;
  readonly who?: 'poor' | 'never_trained' | undefined;
  readonly age?: 'fresh' | 'stale' | undefined;
  /** Cards confirmed on this day or later are fresh. */
  readonly freshSince: Day;
}

type Raw = Readonly<Record<string, string | number | boolean>>;

/**
 * The board's one statement: women by area and by what is told apart. It reads nothing but the index `demand_board`.
 * With `byWay` the areas are villages, and those who go as far are a group of their own.
 */
export async function countDemand(
  rows: EntityManager,
  filter: DemandFilter,
  codeLength: 6 | 9,
  byWay = false,
): Promise<(DemandGroup & { farthestKm: number | undefined })[]> {
  const { sql, values } = conditionsOf(filter);
  const by = [
    ...[`SUBSTR(villageCode, 1, ${byWay ? 12 : codeLength})`, 'families', 'dearest'],
    ...['isRegisteredPoor', 'isNeverTrained', 'confirmedAt < ?', ...(byWay ? ['farthestKm'] : [])],
  ];
  const counted = await rows.query<Raw[]>(
    `SELECT ${by.map((column, at) => `${column} AS g${at}`).join(', ')}, COUNT(*) AS women
       FROM demand WHERE ${sql} GROUP BY ${by.map((_, at) => `g${at}`).join(', ')}`,
    [beginningOf(filter.freshSince), ...values],
  );
  return counted.map((row) => ({
    ...{ area: String(row.g0), families: Number(row.g1), dearest: Number(row.g2) },
    ...{ isRegisteredPoor: isTrue(row.g3), isNeverTrained: isTrue(row.g4), isStale: isTrue(row.g5) },
    ...{ farthestKm: byWay ? Number(row.g6) : undefined, women: Number(row.women) },
  }));
}

/** The same women by the months in which they have time. */
export async function countByMonths(rows: EntityManager, filter: DemandFilter) {
  const { sql, values } = conditionsOf(filter);
  const counted = await rows.query<Raw[]>(
    `SELECT freeMonthBits, isRegisteredPoor, isNeverTrained, confirmedAt < ? AS isStale, COUNT(*) AS women
       FROM demand WHERE ${sql} GROUP BY freeMonthBits, isRegisteredPoor, isNeverTrained, isStale`,
    [beginningOf(filter.freshSince), ...values],
  );
  return counted.map((row) => ({
    ...{ freeMonthBits: Number(row.freeMonthBits), women: Number(row.women) },
    isRegisteredPoor: isTrue(row.isRegisteredPoor),
    isNeverTrained: isTrue(row.isNeverTrained),
    isStale: isTrue(row.isStale),
  }));
}

export interface WomanInNeedRow {
  readonly womanId: string;
  readonly name: string;
  readonly villageCode: string;
  readonly wish: number;
  readonly freeMonthBits: number;
  readonly farthestKm: number;
  readonly needsChildCare: boolean;
  readonly isRegisteredPoor: boolean;
  readonly isNeverTrained: boolean;
  readonly isStale: boolean;
}

/** The women behind one number: fresh before stale, dearest wishes first, then those who have wished longest. */
export async function womenInNeed(
  rows: EntityManager,
  filter: DemandFilter & { family: Family },
  most: number,
): Promise<WomanInNeedRow[]> {
  const { sql, values } = conditionsOf(filter);
  const found = await rows.query<Raw[]>(
    `SELECT woman.id AS womanId, woman.name AS name, demand.villageCode AS villageCode, need.wish AS wish,
            demand.freeMonthBits AS freeMonthBits, demand.farthestKm AS farthestKm,
            card.needsChildCare AS needsChildCare, demand.isRegisteredPoor AS isRegisteredPoor,
            demand.isNeverTrained AS isNeverTrained, demand.confirmedAt < ? AS isStale
       FROM demand
       JOIN women woman ON woman.id = demand.womanId AND woman.needsWithdrawnAt IS NULL AND woman.erasedAt IS NULL
       JOIN need_cards card ON card.womanId = demand.womanId
       JOIN needs need ON need.womanId = demand.womanId AND need.family = ?
      WHERE ${sql} ORDER BY isStale, need.wish, need.since, woman.id LIMIT ${most}`,
    [beginningOf(filter.freshSince), filter.family, ...values],
  );
  return found.map((row) => ({
    ...{ womanId: String(row.womanId), name: String(row.name), villageCode: String(row.villageCode) },
    ...{ wish: Number(row.wish), freeMonthBits: Number(row.freeMonthBits) },
    ...{ farthestKm: Number(row.farthestKm), needsChildCare: isTrue(row.needsChildCare) },
    isRegisteredPoor: isTrue(row.isRegisteredPoor),
    isNeverTrained: isTrue(row.isNeverTrained),
    isStale: isTrue(row.isStale),
  }));
}

function conditionsOf(filter: DemandFilter): { sql: string; values: (string | number)[] } {
  const { region, family, month, who, age } = filter;
  const inScope = filter.scope.clause('demand.villageCode');
  const conditions = [inScope.sql];
  const values: (string | number)[] = [...inScope.values];
  const ask = (sql: string, ...asked: (string | number)[]) => {
    conditions.push(sql);
    values.push(...asked);
  };
  if (region) ask('demand.villageCode LIKE ?', `${region}%`);
  if (family) ask('(demand.families & ?) <> 0', familiesToBits([family]));
  if (month) ask('(demand.freeMonthBits & ?) <> 0', monthsToBits([month]));
  if (who === 'poor') ask('demand.isRegisteredPoor');
  if (who === 'never_trained') ask('demand.isNeverTrained');
  if (age) ask(`demand.confirmedAt ${age === 'fresh' ? '>=' : '<'} ?`, beginningOf(filter.freshSince));
  return { sql: conditions.join(' AND '), values };
}

function isTrue(value: unknown): boolean {
  return Number(value) === 1;
}
