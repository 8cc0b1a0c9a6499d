import type { EntityManager } from 'typeorm';
import type { Scope } from '../../access/scope';
import type { Day } from '../../calendar/days.rules';
import { dayText } from '../../database/raw-values';
import { statement } from '../../database/statement';
import type { EnrolmentState } from '../../enrolments/enrolments.rules';
import type { Family } from '../../needs/families.rules';
import { newestAnswer } from '../feedback.queries';
import type { LeavingReason, Opinion, Why } from '../feedback.rules';
import { countedStates, type PastGroup } from './past.rules';

export interface PastFilter {
  readonly scope: Scope;
  readonly from: Day;
  readonly until: Day;
  /** Batches that ended before it are over. */
  readonly today: Day;
  readonly region?: string | undefined;
  readonly family?: Family | undefined;
}

const signUps = `FROM batches batch
  JOIN courses course ON course.id = batch.courseId
  JOIN enrolments enrolment ON enrolment.batchId = batch.id
  JOIN women woman ON woman.id = enrolment.womanId AND woman.mergedIntoId IS NULL
  ${newestAnswer('opinion', 'opinion')}
  ${newestAnswer('leaving', 'leaving')}`;

const over = "(batch.state = 'finished' OR batch.endsOn < ?)";

type Raw = Readonly<Record<string, unknown>>;

export type PlacedGroup = PastGroup & {
  readonly area: string;
  readonly family: Family;
  /** The month in which the batch began: `2025-11`. */
  readonly month: string;
};

/** What became of sign-ups, by the area in which the women live; one pass over the batches of the period. */
export async function groupPast(
  rows: EntityManager,
  filter: PastFilter,
  codeLength: 6 | 9,
): Promise<PlacedGroup[]> {
  const { sql, values } = conditionsOf(filter);
  const by = [
    ...[`SUBSTR(woman.villageCode, 1, ${codeLength})`, 'course.family', 'SUBSTR(batch.startsOn, 1, 7)'],
    ...['enrolment.state', over, 'leaving.answer', 'opinion.answer'],
  ];
  const counted = await statement<Raw[]>(
    rows,
    `SELECT ${by.map((column, at) => `${column} AS g${at}`).join(', ')}, COUNT(*) AS times
       ${signUps} WHERE ${sql} GROUP BY ${by.map((_, at) => `g${at}`).join(', ')}`,
    [filter.today, ...values],
  );
  return counted.map((row) => ({
    ...{ area: String(row.g0), family: row.g1 as Family, month: String(row.g2) },
    ...{ state: row.g3 as EnrolmentState, isOver: Number(row.g4) === 1 },
    ...{ reason: row.g5 as LeavingReason | null, opinion: row.g6 as Opinion | null },
    times: Number(row.times),
  }));
}

export interface PastWomanRow {
  readonly womanId: string;
  readonly name: string;
  readonly villageCode: string;
  readonly title: string;
  readonly startsOn: Day;
  readonly state: EnrolmentState;
  readonly isOver: boolean;
  readonly reason: LeavingReason | null;
  readonly opinion: Opinion | null;
  readonly why: Why | null;
  /** She agreed to be registered and was not forgotten: she may be named. */
  readonly mayBeNamed: boolean;
}

/** The sign-ups behind the numbers, the latest batches first. */
export async function womenOfPast(
  rows: EntityManager,
  filter: PastFilter,
  most: number,
): Promise<PastWomanRow[]> {
  const { sql, values } = conditionsOf(filter);
  const found = await statement<Raw[]>(
    rows,
    `SELECT woman.id AS womanId, woman.name AS name, woman.villageCode AS villageCode, course.title AS title,
            batch.startsOn AS startsOn, enrolment.state AS state, ${over} AS isOver,
            leaving.answer AS reason, opinion.answer AS opinion, opinion.why AS why,
            (woman.erasedAt IS NULL AND woman.needsWithdrawnAt IS NULL) AS mayBeNamed
       ${signUps} WHERE ${sql} ORDER BY batch.startsOn DESC, batch.id, woman.villageCode, woman.id LIMIT ${most}`,
    [filter.today, ...values],
  );
  return found.map((row) => ({
    ...{ womanId: String(row.womanId), name: String(row.name), villageCode: String(row.villageCode) },
    ...{ title: String(row.title), startsOn: dayText(row.startsOn), state: row.state as EnrolmentState },
    ...{ isOver: Number(row.isOver) === 1, mayBeNamed: Number(row.mayBeNamed) === 1 },
    ...{ reason: row.reason as LeavingReason | null, opinion: row.opinion as Opinion | null },
    why: row.why as Why | null,
  }));
}

function conditionsOf({ scope, from, until, region, family }: PastFilter): {
  sql: string;
  values: string[];
} {
  const inScope = scope.clause('woman.villageCode');
  const conditions = [
    "batch.state <> 'cancelled' AND batch.startsOn BETWEEN ? AND ?",
    `enrolment.state IN (${countedStates.map(() => '?').join(', ')})`,
    inScope.sql,
    ...(region ? ['woman.villageCode LIKE ?'] : []),
    ...(family ? ['course.family = ?'] : []),
  ];
  const values = [from, until, ...countedStates, ...inScope.values];
  if (region) values.push(`${region}%`);
  if (family) values.push(family);
  return { sql: conditions.join(' AND '), values };
}
