import type { EntityManager } from 'typeorm';
import type { Scope } from '../access/scope';
import type { Day } from '../calendar/days.rules';
import { Batch } from '../courses/batch.entity';
import { wholeBatches } from '../courses/batches.queries';
import { bitsToFamilies, type Family } from '../needs/families.rules';
import { bitsToMonths, type DayKind, type ReadingLevel } from '../needs/needs.rules';
import type { StandingBatch, WomenAlike } from './facts';

interface Raw {
  readonly villageCode: string;
  readonly families: number | string;
  readonly freeMonthBits: number | string;
  readonly dayKind: DayKind;
  readonly farthestKm: number | string;
  readonly reading: number | string;
  readonly isBodyLimited: number | boolean;
  readonly women: number | string;
}

/** Women of these areas who want to learn something and hold no seat that is still to come, those alike together. */
export async function womenAlike(
  rows: EntityManager,
  scope: Scope,
  today: Day,
  only: Family | undefined,
): Promise<WomenAlike[]> {
  const inScope = scope.clause('demand.villageCode');
  const found = await rows.query<Raw[]>(
    `SELECT demand.villageCode AS villageCode, demand.families AS families,
            demand.freeMonthBits AS freeMonthBits, card.dayKind AS dayKind, demand.farthestKm AS farthestKm,
            card.reading AS reading, card.isBodyLimited AS isBodyLimited, COUNT(*) AS women
       FROM demand JOIN need_cards card ON card.womanId = demand.womanId
      WHERE ${inScope.sql} AND NOT EXISTS
            (SELECT 1 FROM enrolments held
               JOIN batches batch ON batch.id = held.batchId AND batch.state <> 'cancelled' AND batch.endsOn >= ?
              WHERE held.womanId = demand.womanId AND held.state IN ('offered', 'enrolled'))
      GROUP BY demand.villageCode, demand.families, demand.freeMonthBits, card.dayKind, demand.farthestKm,
               card.reading, card.isBodyLimited
      ORDER BY demand.villageCode, demand.families, demand.freeMonthBits, card.dayKind, demand.farthestKm,
               card.reading, card.isBodyLimited`,
    [...inScope.values, today],
  );
  return found.flatMap((row) => {
    const wanted = bitsToFamilies(Number(row.families)).filter(
      (family) => only === undefined || family === only,
    );
    if (wanted.length === 0) return [];
    return [
      {
        ...{ villageCode: row.villageCode, families: wanted, dayKind: row.dayKind },
        freeMonths: bitsToMonths(Number(row.freeMonthBits)),
        ...{ farthestKm: Number(row.farthestKm), reading: Number(row.reading) as ReadingLevel },
        ...{ isBodyLimited: Boolean(row.isBodyLimited), women: Number(row.women) },
      },
    ];
  });
}

/** Batches of the county that still have seats to give: planned ones too, so that nothing is proposed twice. */
export async function standingBatches(
  rows: EntityManager,
  countyCode: string,
  today: Day,
): Promise<StandingBatch[]> {
  const whole = await wholeBatches(
    rows,
    rows
      .createQueryBuilder(Batch, 'batch')
      .where('batch.countyCode = :countyCode AND batch.startsOn > :today', { countyCode, today })
      .andWhere(
        "(batch.state IN ('planned', 'submitted', 'approved', 'open') OR (batch.state = 'closed' AND batch.admission = 'assignment'))",
      )
      .andWhere('batch.taken < batch.capacity')
      .orderBy('batch.id'),
  );
  return whole
    .filter(({ course }) => course.audience === 'women')
    .map(({ batch, course, venue, sessions }) => ({
      ...{ family: course.family, reading: course.reading, isHeavy: course.isHeavy },
      ...{ regionCode: venue.regionCode, days: sessions.map(({ heldOn }) => heldOn) },
      seats: batch.capacity - batch.taken,
    }));
}

/** Which families each of these trainers has taught so far. */
export async function familiesTaught(rows: EntityManager, scope: Scope): Promise<Map<string, Family[]>> {
  const inScope = scope.clause('batch.countyCode');
  const taught = await rows.query<{ trainerId: string; family: Family }[]>(
    `SELECT DISTINCT batch.trainerId AS trainerId, course.family AS family
       FROM batches batch JOIN courses course ON course.id = batch.courseId
      WHERE ${inScope.sql} ORDER BY trainerId, family`,
    inScope.values,
  );
  const byTrainer = new Map<string, Family[]>();
  for (const { trainerId, family } of taught)
    byTrainer.set(trainerId, [...(byTrainer.get(trainerId) ?? []), family]);
  return byTrainer;
}
