import type { EntityManager } from 'typeorm';
import { Batch } from '../courses/batch.entity';
import { dayText, instantOf } from '../database/raw-values';
import { changed, statement } from '../database/statement';
import { Enrolment } from './enrolment.entity';
import { seatHolding } from './enrolments.rules';
import { trainedSince, type WaitingFacts } from './waiting.rules';

/** The title of another batch in which she holds a seat and that meets in one of these half days. */
export async function clashOf(
  rows: EntityManager,
  womanId: string,
  batchId: string,
  sessions: readonly { heldOn: string; half: string }[],
): Promise<string | undefined> {
  if (sessions.length === 0) return undefined;
  const days = [...new Set(sessions.map((session) => session.heldOn))];
  const marks = (list: readonly unknown[]) => list.map(() => '?').join(', ');
  const taken = await statement<{ title: string; heldOn: unknown; half: string }[]>(
    rows,
    `SELECT course.title AS title, session.heldOn AS heldOn, session.half AS half FROM enrolments enrolment
       JOIN batches batch ON batch.id = enrolment.batchId AND batch.state <> 'cancelled'
       JOIN courses course ON course.id = batch.courseId
       JOIN sessions session ON session.batchId = batch.id
      WHERE enrolment.womanId = ? AND enrolment.batchId <> ? AND enrolment.state IN (${marks(seatHolding)})
        AND session.heldOn IN (${marks(days)})`,
    [womanId, batchId, ...seatHolding, ...days],
  );
  return taken.find((one) =>
    sessions.some((session) => session.half === one.half && session.heldOn === dayText(one.heldOn)),
  )?.title;
}

/** How many wait before her, in the order in which seats are offered. */
export async function waitingBefore(rows: EntityManager, enrolment: Enrolment): Promise<number> {
  if (enrolment.state !== 'waiting') return 0;
  const { batchId, priority, waitingSince: since, id } = enrolment;
  return rows
    .createQueryBuilder(Enrolment, 'other')
    .where("other.batchId = :batchId AND other.state = 'waiting'", { batchId })
    .andWhere(
      `(other.priority > :priority OR (other.priority = :priority
        AND (other.waitingSince < :since OR (other.waitingSince = :since AND other.id < :id))))`,
      { priority, since, id },
    )
    .getCount();
}

/** Whether a free seat must go by the waiting list; where none is free it does not matter. */
export async function doesSomeoneWait(tx: EntityManager, batch: Batch): Promise<boolean> {
  if (batch.taken >= batch.capacity) return false;
  const waiting = await statement<unknown[]>(
    tx,
    "SELECT 1 FROM enrolments WHERE batchId = ? AND state = 'waiting' LIMIT 1",
    [batch.id],
  );
  return waiting.length > 0;
}

/** Everybody who waits, in the order of the published policy: priority, then time. */
export function inWaitingOrder(tx: EntityManager, batchId: string): Promise<Enrolment[]> {
  return tx.find(Enrolment, {
    where: { batchId, state: 'waiting' },
    order: { priority: 'DESC', waitingSince: 'ASC', id: 'ASC' },
  });
}

/** What her place on the waiting list depends on, and since when the last one waits. */
export async function readWaitingFacts(
  tx: EntityManager,
  womanId: string,
  batch: Pick<Batch, 'id' | 'countyCode'>,
  now: Date,
): Promise<{ facts: WaitingFacts; latest: Date | undefined }> {
  const [row] = await tx.query<WaitingRow[]>(
    `SELECT woman.villageCode AS villageCode,
            (SELECT COUNT(*) FROM completions WHERE womanId = woman.id AND completedOn >= ?) AS trained,
            (SELECT MIN(since) FROM needs WHERE womanId = woman.id AND state = 'open') AS inNeedSince,
            (SELECT MAX(waitingSince) FROM enrolments WHERE batchId = ? AND state = 'waiting') AS latest,
            (SELECT coverageCounties FROM assignment_policies ORDER BY version DESC LIMIT 1) AS counties
       FROM women woman WHERE woman.id = ?`,
    [trainedSince(now), batch.id, womanId],
  );
  if (!row) throw new Error(`there is no woman ${womanId}`);
  const counties: unknown = typeof row.counties === 'string' ? JSON.parse(row.counties) : row.counties;
  return {
    facts: {
      villageCode: row.villageCode,
      batchCounty: batch.countyCode,
      coverageCounties: Array.isArray(counties) ? counties.map(String) : [],
      trained: Number(row.trained),
      inNeedSince: row.inNeedSince === null ? undefined : instantOf(row.inNeedSince),
    },
    latest: row.latest === null ? undefined : instantOf(row.latest),
  };
}

interface WaitingRow {
  readonly villageCode: string;
  readonly trained: number | string;
  readonly inNeedSince: Date | string | null;
  readonly latest: Date | string | null;
  readonly counties: unknown;
}

/** Takes one seat if one is free: the guard is in the database, so no two requests can take the last one. */
export async function takeSeat(tx: EntityManager, batchId: string): Promise<boolean> {
  const guarded = 'UPDATE batches SET taken = taken + 1 WHERE id = ? AND taken < capacity';
  return (await changed(tx, guarded, [batchId])) === 1;
}

export async function freeSeat(tx: EntityManager, batchId: string): Promise<void> {
  await statement(tx, 'UPDATE batches SET taken = taken - 1 WHERE id = ? AND taken > 0', [batchId]);
}

/** Batches in which an offer's time is over. */
export async function batchesWithOffersOver(rows: EntityManager, now: Date): Promise<string[]> {
  const over = await rows
    .createQueryBuilder(Enrolment, 'offer')
    .select('DISTINCT offer.batchId', 'batchId')
    .where("offer.state = 'offered' AND offer.offerUntil <= :now", { now })
    .orderBy('offer.batchId')
    .getRawMany<{ batchId: string }>();
  return over.map(({ batchId }) => batchId);
}

/** Batches with a free seat although somebody waits. */
export async function batchesWithSeatsToOffer(rows: EntityManager): Promise<string[]> {
  const batches = await rows
    .createQueryBuilder(Batch, 'batch')
    .select('DISTINCT batch.id', 'id')
    .where("batch.state IN ('open', 'closed') AND batch.taken < batch.capacity")
    .innerJoin(Enrolment, 'waits', "waits.batchId = batch.id AND waits.state = 'waiting'")
    .orderBy('batch.id')
    .getRawMany<{ id: string }>();
  return batches.map(({ id }) => id);
}
