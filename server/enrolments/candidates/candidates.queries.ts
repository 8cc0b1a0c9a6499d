import type { EntityManager } from 'typeorm';
import type { Scope } from '../../access/scope';
import type { WholeBatch } from '../../courses/batches.queries';
import { mayJoinLeaders } from '../../courses/fit.rules';
import { bitsToFamilies, familiesToBits } from '../../needs/families.rules';
import { bitsToMonths, type DayKind, type ReadingLevel } from '../../needs/needs.rules';
import { seatHolding } from '../enrolments.rules';
import type { Candidate } from './candidates.rules';

type Raw = Readonly<Record<string, string | number | boolean>>;

/**
 * Women of these areas who want to learn what the batch teaches and never stood in it in any way: who gave up or was taken
 * out is not asked again.
 *
 * @param year in which courses are counted against `yearLimit`, as `2026`.
 */
export async function womenWanting(
  rows: EntityManager,
  scope: Scope,
  { batch, course }: WholeBatch,
  { year, yearLimit }: { year: string; yearLimit: number },
): Promise<Candidate[]> {
  const inScope = scope.clause('demand.villageCode');
  const holding = seatHolding.map(() => '?').join(', ');
  const found = await rows.query<Raw[]>(
    `SELECT demand.womanId AS womanId, demand.villageCode AS villageCode, demand.families AS families,
            demand.freeMonthBits AS freeMonthBits, demand.farthestKm AS farthestKm, need.wish AS wish,
            card.dayKind AS dayKind, card.reading AS reading, card.isBodyLimited AS isBodyLimited,
            woman.isRegisteredPoor AS isRegisteredPoor, woman.isLeader AS isLeader,
            EXISTS (SELECT 1 FROM completions done WHERE done.womanId = demand.womanId AND done.courseId = ?) AS hasDone,
            (SELECT COUNT(*) FROM completions done
              WHERE done.womanId = demand.womanId AND done.completedOn BETWEEN ? AND ?) AS thisYear,
            EXISTS (SELECT 1 FROM enrolments held
              JOIN batches other ON other.id = held.batchId AND other.state <> 'cancelled'
              JOIN sessions taken ON taken.batchId = other.id
              JOIN sessions own ON own.batchId = ? AND own.heldOn = taken.heldOn AND own.half = taken.half
             WHERE held.womanId = demand.womanId AND held.state IN (${holding})) AS hasClash,
            EXISTS (SELECT 1 FROM notices told WHERE told.womanId = demand.womanId AND told.batchId = ?
                       AND told.event = 'new_batch') AS wasTold
       FROM demand
       JOIN women woman ON woman.id = demand.womanId
       JOIN need_cards card ON card.womanId = demand.womanId
       JOIN needs need ON need.womanId = demand.womanId AND need.family = ? AND need.state = 'open'
      WHERE ${inScope.sql} AND (demand.families & ?) <> 0 AND NOT EXISTS
            (SELECT 1 FROM enrolments own WHERE own.womanId = demand.womanId AND own.batchId = ?)`,
    [
      ...[course.id, `${year}-01-01`, `${year}-12-31`, batch.id, ...seatHolding, batch.id],
      ...[course.family, ...inScope.values, familiesToBits([course.family]), batch.id],
    ],
  );
  return found.map((row) => ({
    ...{ womanId: String(row.womanId), villageCode: String(row.villageCode), wish: Number(row.wish) },
    families: bitsToFamilies(Number(row.families)),
    freeMonths: bitsToMonths(Number(row.freeMonthBits)),
    ...{ farthestKm: Number(row.farthestKm), dayKind: row.dayKind as DayKind },
    ...{ reading: Number(row.reading) as ReadingLevel, isBodyLimited: isTrue(row.isBodyLimited) },
    coursesDone: new Set(isTrue(row.hasDone) ? [course.id] : []),
    hasReachedYearLimit: Number(row.thisYear) >= yearLimit,
    mayJoinLeaders: mayJoinLeaders({
      isLeader: isTrue(row.isLeader),
      isRegisteredPoor: isTrue(row.isRegisteredPoor),
    }),
    ...{ hasClash: isTrue(row.hasClash), wasTold: isTrue(row.wasTold) },
  }));
}

function isTrue(value: unknown): boolean {
  return Number(value) === 1;
}
