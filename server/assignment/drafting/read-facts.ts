import type { EntityManager } from 'typeorm';
import type { Day } from '../../calendar/days.rules';
import { daysOf, type Season } from '../../calendar/seasons.rules';
import { Batch } from '../../courses/batch.entity';
import { wholeBatches, type WholeBatch } from '../../courses/batches.queries';
import type { Reserves } from '../../courses/batches.rules';
import { dayText, instantOf } from '../../database/raw-values';
import { seatHolding } from '../../enrolments/enrolments.rules';
import type { Family } from '../../needs/families.rules';
import { bitsToMonths, type DayKind, type ReadingLevel } from '../../needs/needs.rules';
import type { BatchFacts, WomanFacts } from './facts';

/** The region's batches of a season that wait for an assignment; `closedBy` leaves out those that took sign-ups later. */
export async function batchesToFill(
  rows: EntityManager,
  { regionCode, season }: { readonly regionCode: string; readonly season: Season },
  today: Day,
  closedBy?: Date | null,
): Promise<WholeBatch[]> {
  const query = rows
    .createQueryBuilder(Batch, 'batch')
    .where("batch.countyCode LIKE :region AND batch.admission = 'assignment'", { region: `${regionCode}%` })
    .andWhere("batch.state IN ('open', 'closed') AND batch.startsOn > :today", { today })
    .andWhere('batch.startsOn BETWEEN :from AND :to', daysOf(season))
    .orderBy('batch.id');
  if (closedBy) query.andWhere('batch.signUpUntil <= :closedBy', { closedBy });
  return wholeBatches(rows, query);
}

export function batchFacts(
  { batch, course, venue, sessions }: WholeBatch,
  { reservedForNever = 0, reservedForLeaders = 0 }: Reserves,
): BatchFacts {
  const { id, countyCode, startsOn, capacity, taken, minimum, reservedForPoor } = batch;
  return {
    ...{ id, county: countyCode, courseId: course.id, family: course.family, reading: course.reading },
    ...{ isHeavy: course.isHeavy, audience: course.audience, regionCode: venue.regionCode, startsOn },
    days: sessions.map(({ heldOn }) => heldOn),
    slots: sessions.map(({ heldOn, half }) => `${heldOn} ${half}`),
    ...{ capacity, taken, minimum, reservedForPoor, reservedForNever, reservedForLeaders },
  };
}

interface Page {
  readonly regionCode: string;
  readonly batchIds: readonly string[];
  readonly today: Day;
  /** The last woman of the page before. */
  readonly after: string;
  readonly size: number;
}

interface ReadPage {
  readonly women: WomanFacts[];
  /** Where the next page begins; undefined after the last one. */
  readonly next: string | undefined;
}

/**
 * The next women of the region with an open need, and women from anywhere who signed up for one of these batches, in the
 * order of their ids. Five statements, whatever the size of the page.
 */
export async function readWomen(rows: EntityManager, page: Page): Promise<ReadPage> {
  const { regionCode, batchIds, after, size } = page;
  const marks = batchIds.map(() => '?').join(', ');
  const found = await rows.query<CardRow[]>(
    `SELECT woman.id AS id, woman.villageCode AS villageCode, woman.isRegisteredPoor AS isRegisteredPoor,
            woman.isLeader AS isLeader, card.freeMonthBits AS freeMonthBits, card.dayKind AS dayKind,
            card.farthestKm AS farthestKm, card.reading AS reading, card.isBodyLimited AS isBodyLimited,
            card.nearestFirst AS nearestFirst
       FROM women woman JOIN need_cards card ON card.womanId = woman.id
      WHERE woman.id > ? AND woman.mergedIntoId IS NULL AND (woman.villageCode LIKE ? OR EXISTS
              (SELECT 1 FROM enrolments asked WHERE asked.womanId = woman.id AND asked.state = 'applied'
                  AND asked.batchId IN (${marks})))
      ORDER BY woman.id LIMIT ${size}`,
    [after, `${regionCode}%`, ...batchIds],
  );
  const last = found.at(-1)?.id;
  if (last === undefined) return { women: [], next: undefined };
  const [needs, done, held, enrolled] = await Promise.all([
    rows.query<{ womanId: string; family: Family; since: Date | string }[]>(
      `SELECT womanId, family, since FROM needs
        WHERE state = 'open' AND womanId > ? AND womanId <= ? ORDER BY womanId, wish`,
      [after, last],
    ),
    rows.query<{ womanId: string; courseId: string; completedOn: unknown }[]>(
      'SELECT womanId, courseId, completedOn FROM completions WHERE womanId > ? AND womanId <= ? ORDER BY id',
      [after, last],
    ),
    rows.query<{ womanId: string; heldOn: unknown; half: string }[]>(
      `SELECT enrolment.womanId AS womanId, session.heldOn AS heldOn, session.half AS half
         FROM enrolments enrolment
         JOIN batches batch ON batch.id = enrolment.batchId AND batch.state <> 'cancelled' AND batch.endsOn >= ?
         JOIN sessions session ON session.batchId = batch.id
        WHERE enrolment.womanId > ? AND enrolment.womanId <= ?
          AND enrolment.state IN (${seatHolding.map(() => '?').join(', ')})`,
      [page.today, after, last, ...seatHolding],
    ),
    rows.query<{ womanId: string; batchId: string; state: string }[]>(
      `SELECT womanId, batchId, state FROM enrolments
        WHERE womanId > ? AND womanId <= ? AND batchId IN (${marks})`,
      [after, last, ...batchIds],
    ),
  ]);
  const [needsOf, doneOf, heldOf, enrolledOf] = [
    byWoman(needs),
    byWoman(done),
    byWoman(held),
    byWoman(enrolled),
  ];
  const women = found.flatMap((row) => {
    const hers = needsOf.get(row.id) ?? [];
    if (hers.length === 0) return [];
    const enrolments = enrolledOf.get(row.id) ?? [];
    return [
      {
        ...{ id: row.id, villageCode: row.villageCode, dayKind: row.dayKind },
        ...{ farthestKm: Number(row.farthestKm), reading: Number(row.reading) as ReadingLevel },
        isRegisteredPoor: Boolean(row.isRegisteredPoor),
        isLeader: Boolean(row.isLeader),
        isBodyLimited: Boolean(row.isBodyLimited),
        nearestFirst: Boolean(row.nearestFirst),
        freeMonths: bitsToMonths(Number(row.freeMonthBits)),
        families: hers.map(({ family }) => family),
        since: Math.min(...hers.map(({ since }) => instantOf(since).getTime())),
        done: (doneOf.get(row.id) ?? []).map(({ courseId, completedOn }) => ({
          courseId,
          on: dayText(completedOn),
        })),
        slotsHeld: (heldOf.get(row.id) ?? []).map(({ heldOn, half }) => `${dayText(heldOn)} ${half}`),
        asked: enrolments.filter(({ state }) => state === 'applied').map(({ batchId }) => batchId),
        settled: enrolments.filter(({ state }) => !mayAskAgain.has(state)).map(({ batchId }) => batchId),
      },
    ];
  });
  return { women, next: found.length === size ? last : undefined };
}

/** About how many women will be read, to tell how far it is. */
export async function countCandidates(rows: EntityManager, regionCode: string): Promise<number> {
  const [row] = await rows.query<{ women: number | string }[]>(
    `SELECT COUNT(*) AS women FROM need_cards card JOIN women woman ON woman.id = card.womanId
      WHERE woman.villageCode LIKE ?`,
    [`${regionCode}%`],
  );
  return Number(row?.women ?? 0);
}

/** States of an enrolment that leave the batch on her list; in all others she has a seat, waits, or said no. */
const mayAskAgain: ReadonlySet<string> = new Set(['applied', 'refused', 'lapsed']);

interface CardRow {
  readonly id: string;
  readonly villageCode: string;
  readonly isRegisteredPoor: number | boolean;
  readonly isLeader: number | boolean;
  readonly freeMonthBits: number | string;
  readonly dayKind: DayKind;
  readonly farthestKm: number | string;
  readonly reading: number | string;
  readonly isBodyLimited: number | boolean;
  readonly nearestFirst: number | boolean;
}

function byWoman<Row extends { womanId: string }>(list: readonly Row[]): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const row of list) {
    const hers = rows.get(row.womanId);
    if (hers) hers.push(row);
    else rows.set(row.womanId, [row]);
  }
  return rows;
}
