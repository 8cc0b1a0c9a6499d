import type { EntityManager } from 'typeorm';
import type { Database } from '../../database/database';
import { RunBatch, RunOutcome } from '../run.entity';
import type { Computed } from './compute';
import { RunInput } from './drafting.entity';
import { keepInput } from './inputs';

const rowsAtOnce = 500;

/** Writes a draft beside the one that holds, part by part; nobody reads it until a run names it. */
export async function keepDraft(
  database: Database,
  draftId: string,
  { input, batches, outcomes }: Computed,
  progress: (share: number) => Promise<void>,
): Promise<void> {
  await keepInput(database.rows, draftId, input);
  for (const part of inParts(batches))
    await database.rows.insert(
      RunBatch,
      part.map((row) => ({ ...row, draftId })),
    );
  let kept = 0;
  for (const part of inParts(outcomes)) {
    await database.rows.query(
      `INSERT INTO run_outcomes (draftId, womanId, villageCode, batchId, reasons)
       VALUES ${part.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
      part.flatMap(({ womanId, villageCode, batchId, reasons }) => [
        draftId,
        womanId,
        villageCode,
        batchId,
        JSON.stringify(reasons),
      ]),
    );
    kept += part.length;
    await progress((100 * kept) / outcomes.length);
  }
}

/** Forgets a draft that no run names any more. */
export async function dropDraft(rows: EntityManager, draftId: string): Promise<void> {
  for (const entity of [RunOutcome, RunBatch, RunInput]) await rows.delete(entity, { draftId });
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, part) =>
    rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  );
}
