import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Day } from '../calendar/days.rules';
import { hydrated, readRows } from '../database/plain-rows';
import { dayText } from '../database/raw-values';
import { Batch, Session } from './batch.entity';
import { inOrder, slotKey, type Slot } from './batches.rules';
import { Course, Trainer, Venue } from './course.entity';

/** A batch with all that is needed to show or to judge it. */
export interface WholeBatch {
  readonly batch: Batch;
  readonly course: Course;
  readonly trainer: Trainer;
  readonly venue: Venue;
  readonly sessions: readonly Session[];
}

/** The batches of a query over `batch`, each whole, in the query's order. Three reads, whatever their number. */
export async function wholeBatches(
  rows: EntityManager,
  query: SelectQueryBuilder<Batch>,
): Promise<WholeBatch[]> {
  const found = await query.getRawMany<Record<string, unknown>>();
  return completed(
    rows,
    found.map((raw) => hydrated(rows, Batch, raw, 'batch_')),
  );
}

/** These batches with all that belongs to them. */
export async function completed(rows: EntityManager, batches: readonly Batch[]): Promise<WholeBatch[]> {
  if (batches.length === 0) return [];
  const ids = <Key extends keyof Batch>(key: Key) => [...new Set(batches.map((batch) => batch[key]))];
  const [courses, trainers, venues, sessions] = await Promise.all([
    readRows(rows, Course, { id: ids('courseId') }),
    readRows(rows, Trainer, { id: ids('trainerId') }),
    readRows(rows, Venue, { id: ids('venueId') }),
    readRows(rows, Session, { batchId: ids('id') }),
  ]);
  const byId = <Row extends { id: string }>(list: Row[]) => new Map(list.map((row) => [row.id, row]));
  const [courseOf, trainerOf, venueOf] = [byId(courses), byId(trainers), byId(venues)];
  const sessionsOf = new Map<string, Session[]>();
  for (const session of sessions) {
    const others = sessionsOf.get(session.batchId);
    if (others) others.push(session);
    else sessionsOf.set(session.batchId, [session]);
  }
  return batches.map((batch) => ({
    batch,
    course: courseOf.get(batch.courseId)!,
    trainer: trainerOf.get(batch.trainerId)!,
    venue: venueOf.get(batch.venueId)!,
    sessions: inOrder(sessionsOf.get(batch.id) ?? []),
  }));
}

/** How many batches that are not over yet have each of these trainers, or venues. */
export async function batchesAhead(
  rows: EntityManager,
  column: 'trainerId' | 'venueId',
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const counted = await rows
    .createQueryBuilder(Batch, 'batch')
    .select(`batch.${column}`, 'id')
    .addSelect('COUNT(*)', 'batches')
    .where(`batch.${column} IN (:...ids)`, { ids })
    .andWhere("batch.state NOT IN ('finished', 'cancelled')")
    .groupBy(`batch.${column}`)
    .getRawMany<{ id: string; batches: string | number }>();
  return new Map(counted.map(({ id, batches }) => [id, Number(batches)]));
}

/** A half day that a trainer or a venue has given to a batch, planned or living. */
export interface BusySlot extends Slot {
  readonly batchId: string;
  readonly trainerId: string;
  readonly venueId: string;
}

/** Another batch that has this trainer or this venue in one of these half days. */
export async function findBusy(
  rows: EntityManager,
  slots: readonly Slot[],
  who: { trainerId: string; venueId: string },
  except = '',
): Promise<BusySlot | undefined> {
  const wanted = new Set(slots.map(slotKey));
  const days = [...wanted].map((key) => key.slice(0, 10)).sort();
  const [from = '', until = ''] = [days[0], days.at(-1)];
  const busy = await busySlots(rows, { trainers: [who.trainerId], venues: [who.venueId] }, from, until);
  return busy.find((slot) => slot.batchId !== except && wanted.has(slotKey(slot)));
}

/** The half days of these trainers and venues that are given away between two days. */
export async function busySlots(
  rows: EntityManager,
  { trainers, venues }: { readonly trainers: readonly string[]; readonly venues: readonly string[] },
  from: Day,
  until: Day,
): Promise<BusySlot[]> {
  const marks = (ids: readonly string[]) => ids.map(() => '?').join(', ') || "''";
  const busy = await rows.query<(Omit<BusySlot, 'heldOn'> & { heldOn: unknown })[]>(
    `SELECT batch.id AS batchId, batch.trainerId AS trainerId, batch.venueId AS venueId,
            session.heldOn AS heldOn, session.half AS half
       FROM sessions session JOIN batches batch ON batch.id = session.batchId AND batch.state <> 'cancelled'
      WHERE session.heldOn BETWEEN ? AND ?
        AND (batch.trainerId IN (${marks(trainers)}) OR batch.venueId IN (${marks(venues)}))`,
    [from, until, ...trainers, ...venues],
  );
  return busy.map((slot) => ({ ...slot, heldOn: dayText(slot.heldOn) }));
}
