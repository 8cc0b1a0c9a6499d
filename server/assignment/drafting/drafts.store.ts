import type { EntityManager } from 'typeorm';
import { RunBatch, RunOutcome } from '../run.entity';
import type { Computed, OutcomeRow } from './compute';
import { RunInput } from './drafting.entity';
import { keepInput } from './inputs';

/** Writes a draft beside the one that holds, part by part; nobody reads it until a run names it. */
export async function keepDraft(
  rows: EntityManager,
  draftId: string,
  { input, batches, women }: Computed,
  outcomes: AsyncIterable<readonly OutcomeRow[]>,
  progress: (share: number) => Promise<void>,
): Promise<void> {
  await keepInput(rows, draftId, input);
  await rows.insert(
    RunBatch,
    batches.map((row) => ({ ...row, draftId })),
  );
  let kept = 0;
  for await (const part of outcomes) {
    await rows.query(
      `INSERT INTO run_outcomes (draftId, womanId, villageCode, batchId, reasons)
       VALUES ${part.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
      part.flatMap((row) => [draftId, ...row]),
    );
    kept += part.length;
    await progress((100 * kept) / women);
  }
}

/** Forgets a draft that no run names any more. */
export async function dropDraft(rows: EntityManager, draftId: string): Promise<void> {
  for (const entity of [RunOutcome, RunBatch, RunInput]) await rows.delete(entity, { draftId });
}
