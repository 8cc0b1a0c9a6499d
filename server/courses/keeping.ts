import type { EntityTarget } from 'typeorm';
import type { Database } from '../database/database';
import { found, Refusal } from '../http/refusals';
import { batchesAhead } from './batches.queries';

/** A trainer or a venue: kept by its county, retired and never deleted, since batches name it. */
interface Kept {
  readonly id: string;
  readonly retiredAt: Date | null;
}

interface Keeping<Row extends Kept> {
  readonly entity: EntityTarget<Row>;
  /** Where batches name it. */
  readonly column: 'trainerId' | 'venueId';
  readonly isHers: (row: Row) => boolean;
}

/** Changes it behind its lock, so that no batch takes it meanwhile; `ahead` is how many batches still have it. */
export async function changeKept<Row extends Kept>(
  database: Database,
  { entity, column, isHers }: Keeping<Row>,
  id: string,
  decide: (row: Row, ahead: number) => Partial<Row>,
): Promise<{ after: Row; ahead: number }> {
  return database.transact(async (tx) => {
    const row = found(await database.lock(tx, entity, id));
    if (!isHers(row)) throw new Refusal('thing.notFound');
    const ahead = (await batchesAhead(tx, column, [id])).get(id) ?? 0;
    const change = decide(row, ahead);
    await tx.update(entity, id, change as never);
    return { after: { ...row, ...change }, ahead };
  });
}

/** Since when it is used no more. What is retired already stays so since then. */
export function retirement(
  isRetired: boolean,
  { retiredAt }: Kept,
  ahead: number,
  now: Date,
  whileAhead: 'trainer.hasBatches' | 'venue.hasBatches',
): { retiredAt: Date | null } {
  if (isRetired && ahead > 0) throw new Refusal(whileAhead, { count: ahead });
  return { retiredAt: isRetired ? (retiredAt ?? now) : null };
}
