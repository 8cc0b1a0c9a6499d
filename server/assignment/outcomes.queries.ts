import { In, type EntityManager } from 'typeorm';
import { Batch } from '../courses/batch.entity';
import { wholeBatches, type WholeBatch } from '../courses/batches.queries';
import type { Family } from '../needs/families.rules';
import type { AssignmentRun } from './run.entity';

export async function batchesById(
  rows: EntityManager,
  ids: readonly string[],
): Promise<Map<string, WholeBatch>> {
  if (ids.length === 0) return new Map();
  const whole = await wholeBatches(rows, rows.createQueryBuilder(Batch, 'batch').where({ id: In([...ids]) }));
  return new Map(whole.map((one) => [one.batch.id, one]));
}

/** What these batches are called. */
export async function titlesOf(
  rows: EntityManager,
  ids: readonly string[],
): Promise<(batchId: string) => string> {
  const whole = await batchesById(rows, [...new Set(ids)]);
  return (batchId) => whole.get(batchId)?.course.title ?? '';
}

export interface UnmetRow {
  readonly regionCode: string;
  readonly family: Family;
  readonly women: number;
  readonly registeredPoor: number;
}

/** Women to whom the run gave no seat, by township and by each thing they want. */
export async function countUnmet(rows: EntityManager, { draftId }: AssignmentRun): Promise<UnmetRow[]> {
  const counted = await rows.query<Record<keyof UnmetRow, string | number>[]>(
    `SELECT SUBSTR(outcome.villageCode, 1, 9) AS regionCode, need.family AS family, COUNT(*) AS women,
            SUM(CASE WHEN woman.isRegisteredPoor THEN 1 ELSE 0 END) AS registeredPoor
       FROM run_outcomes outcome
       JOIN needs need ON need.womanId = outcome.womanId AND need.state = 'open'
       JOIN women woman ON woman.id = outcome.womanId
      WHERE outcome.draftId = ? AND outcome.batchId IS NULL
      GROUP BY SUBSTR(outcome.villageCode, 1, 9), need.family`,
    [draftId],
  );
  return counted.map((row) => ({
    regionCode: String(row.regionCode),
    family: row.family as Family,
    women: Number(row.women),
    registeredPoor: Number(row.registeredPoor),
  }));
}

/** Person-times that a county completed this year or has under way, but for what the run adds. */
export async function trainingsOf(rows: EntityManager, countyCode: string, year: string): Promise<number> {
  const [row] = await rows.query<{ done: number | string; underWay: number | string | null }[]>(
    `SELECT (SELECT COUNT(*) FROM completions done JOIN batches batch ON batch.id = done.batchId
              WHERE batch.countyCode = ? AND done.completedOn BETWEEN ? AND ?) AS done,
            (SELECT SUM(batch.taken) FROM batches batch WHERE batch.countyCode = ?
                AND batch.state IN ('open', 'closed', 'running') AND batch.startsOn BETWEEN ? AND ?) AS underWay`,
    [countyCode, `${year}-01-01`, `${year}-12-31`, countyCode, `${year}-01-01`, `${year}-12-31`],
  );
  return Number(row?.done ?? 0) + Number(row?.underWay ?? 0);
}
