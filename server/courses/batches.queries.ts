import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { hydrated, readRows } from '../database/plain-rows';
import { dayText } from '../database/raw-values';
import { Batch, Session } from './batch.entity';
import { inOrder } from './batches.rules';
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

/** Another batch, planned or living, that has this trainer or this venue in one of these half days. */
export async function findBusy(
  rows: EntityManager,
  slots: readonly { heldOn: string; half: string }[],
  who: { trainerId: string; venueId: string },
  except = '',
): Promise<{ trainerId: string; heldOn: string; half: string } | undefined> {
  const busy = await rows
    .createQueryBuilder(Session, 'session')
    .innerJoin(Batch, 'batch', "batch.id = session.batchId AND batch.state <> 'cancelled'")
    .where('session.heldOn IN (:...days)', { days: [...new Set(slots.map((slot) => slot.heldOn))] })
    .andWhere('(batch.trainerId = :trainerId OR batch.venueId = :venueId)', who)
    .andWhere('batch.id <> :except', { except })
    .select(['batch.trainerId AS trainerId', 'session.heldOn AS heldOn', 'session.half AS half'])
    .getRawMany<{ trainerId: string; heldOn: string; half: string }>();
  return busy.find(({ heldOn, half }) =>
    slots.some((slot) => slot.heldOn === dayText(heldOn) && slot.half === half),
  );
}
