import type { EntityManager } from 'typeorm';
import type { Scope } from '../access/scope';
import type { Day } from '../calendar/days.rules';
import { dayText } from '../database/raw-values';
import { statement } from '../database/statement';
import type { BatchState } from '../courses/batches.rules';
import type { EnrolmentState } from '../enrolments/enrolments.rules';
import type { Family } from '../needs/families.rules';
import { leftStates, stayedStates, type LeavingReason, type Opinion, type Why } from './feedback.rules';

/** One enrolment with the newest answers about it. */
export interface AnswerRow {
  readonly enrolmentId: string;
  readonly womanId: string;
  readonly state: EnrolmentState;
  /** Neither forgotten nor without consent: she may be asked. */
  readonly mayBeAsked: boolean;
  readonly isErased: boolean;
  readonly batchId: string;
  readonly batchState: BatchState;
  readonly countyCode: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly title: string;
  readonly family: Family;
  readonly opinion: Opinion | null;
  readonly why: Why | null;
  readonly reason: LeavingReason | null;
}

/** Her newest answer to one of the questions, beside her enrolment: the later by time, then by id. */
export const newestAnswer = (name: string, question: 'opinion' | 'leaving') =>
  `LEFT JOIN feedback ${name} ON ${name}.womanId = enrolment.womanId AND ${name}.batchId = enrolment.batchId
    AND ${name}.question = '${question}' AND NOT EXISTS (
      SELECT 1 FROM feedback later WHERE later.womanId = ${name}.womanId AND later.batchId = ${name}.batchId
        AND later.question = ${name}.question
        AND (later.at > ${name}.at OR (later.at = ${name}.at AND later.id > ${name}.id)))`;

const asked = [...stayedStates, ...leftStates];

/** Enrolments that may be asked about, of women of this scope; `about` narrows them, with its values. */
export async function readAnswers(
  rows: EntityManager,
  scope: Scope | 'all',
  about: string,
  values: readonly string[],
): Promise<AnswerRow[]> {
  const inScope = scope === 'all' ? { sql: '1 = 1', values: [] } : scope.clause('woman.villageCode');
  const found = await statement<Readonly<Record<string, unknown>>[]>(
    rows,
    `SELECT enrolment.id AS enrolmentId, enrolment.womanId AS womanId, enrolment.state AS state,
            batch.id AS batchId, batch.state AS batchState, batch.countyCode AS countyCode,
            batch.startsOn AS startsOn, batch.endsOn AS endsOn, course.title AS title, course.family AS family,
            opinion.answer AS opinion, opinion.why AS why, leaving.answer AS reason,
            woman.erasedAt IS NOT NULL AS isErased,
            (woman.erasedAt IS NULL AND woman.needsWithdrawnAt IS NULL) AS mayBeAsked
       FROM enrolments enrolment
       JOIN women woman ON woman.id = enrolment.womanId AND woman.mergedIntoId IS NULL
       JOIN batches batch ON batch.id = enrolment.batchId
       JOIN courses course ON course.id = batch.courseId
       ${newestAnswer('opinion', 'opinion')}
       ${newestAnswer('leaving', 'leaving')}
      WHERE ${about} AND enrolment.state IN (${asked.map(() => '?').join(', ')}) AND ${inScope.sql}
      ORDER BY batch.endsOn DESC, batch.id, woman.villageCode, woman.id`,
    [...values, ...asked, ...inScope.values],
  );
  return found.map((row) => ({
    ...(row as unknown as AnswerRow),
    ...{ isErased: Number(row.isErased) === 1, mayBeAsked: Number(row.mayBeAsked) === 1 },
    startsOn: dayText(row.startsOn),
    endsOn: dayText(row.endsOn),
  }));
}

/** Batches that are over since this day or later, with a seat in them, of which nobody has been asked yet. */
export async function batchesToAsk(rows: EntityManager, since: Day, today: Day): Promise<string[]> {
  const found = await statement<{ id: string }[]>(
    rows,
    `SELECT batch.id AS id FROM batches batch
      WHERE batch.state IN ('running', 'finished') AND batch.endsOn >= ? AND batch.endsOn < ?
        AND EXISTS (SELECT 1 FROM enrolments WHERE batchId = batch.id AND state IN (?, ?, ?))
        AND NOT EXISTS (SELECT 1 FROM notices WHERE batchId = batch.id AND event = 'feedback')
      ORDER BY batch.id`,
    [since, today, ...stayedStates],
  );
  return found.map(({ id }) => id);
}
