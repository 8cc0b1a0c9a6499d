import { In, type EntityManager } from 'typeorm';
import { Account } from '../accounts/account.entity';
import { CheckIn } from '../attendance/check-ins/check-in.entity';
import { AttendanceMark } from '../attendance/mark.entity';
import { WalkIn } from '../attendance/walk-ins/walk-in.entity';
import { Certificate } from '../certificates/certificate.entity';
import { Completion } from '../courses/completion.entity';
import { Enrolment } from '../enrolments/enrolment.entity';
import { Feedback } from '../feedback/feedback.entity';
import { Need, NeedCardRow, NeedConfirmation } from '../needs/need.entity';
import { SittingEntry } from '../needs/sittings/sitting.entity';
import { Notice } from '../notices/notice.entity';
import { Consent } from '../women/woman.entity';
import type { Moved } from './merge.entity';

/** What is hers, table by table. Of all else that names her, see the spec: it is derived, or read over all her files. */
export const movedTables = {
  ...{ enrolments: Enrolment, needs: Need, completions: Completion, certificates: Certificate },
  ...{ marks: AttendanceMark, walkIns: WalkIn, checkIns: CheckIn },
  ...{ sittingEntries: SittingEntry, confirmations: NeedConfirmation },
  ...{ feedback: Feedback, notices: Notice, consents: Consent, accounts: Account },
} as const;

type Table = keyof typeof movedTables;
type MovedRows = { readonly [Of in Table]: readonly string[] };

/** Of what a woman has one in each: the second stays where it is. A certificate stays beside its completion. */
const oneOfEach: { readonly [Of in Table]?: { readonly of: Table; readonly by: string } } = {
  enrolments: { of: 'enrolments', by: 'batchId' },
  needs: { of: 'needs', by: 'family' },
  completions: { of: 'completions', by: 'batchId' },
  certificates: { of: 'completions', by: 'batchId' },
  checkIns: { of: 'checkIns', by: 'sessionId' },
  sittingEntries: { of: 'sittingEntries', by: 'sittingId' },
};

interface Row {
  readonly id: string;
  readonly [column: string]: unknown;
}

/** Gives the kept file all rows of the merged one, but for second ones and enrolments that ended. @returns which they were. */
export async function bringRows(
  tx: EntityManager,
  keptId: string,
  mergedId: string,
  ended: readonly string[],
): Promise<MovedRows & Pick<Moved, 'card' | 'doubleNeeds'>> {
  const tables = Object.keys(movedTables) as Table[];
  const held = new Map<Table, ReadonlySet<unknown>>();
  for (const table of tables) held.set(table, await heldBy(tx, keptId, table));
  const moved: Partial<Record<Table, string[]>> = {};
  for (const table of tables) {
    const by = oneOfEach[table]?.by;
    const ids = (await rowsOf(tx, table, mergedId))
      .filter((row) => !ended.includes(row.id) && !(by && held.get(table)!.has(row[by])))
      .map(({ id }) => id);
    await give(tx, table, ids, keptId);
    moved[table] = ids;
  }
  return { ...(moved as MovedRows), ...(await bringCard(tx, keptId, mergedId)) };
}

/** Gives them back; a row that went on to another file since then stays there. */
export async function giveRowsBack(
  tx: EntityManager,
  keptId: string,
  mergedId: string,
  moved: Moved,
): Promise<void> {
  for (const table of Object.keys(movedTables) as Table[])
    await give(tx, table, moved[table] ?? [], mergedId, keptId);
  if (moved.card) await tx.update(NeedCardRow, { womanId: keptId }, { womanId: mergedId });
  if (moved.doubleNeeds.length > 0)
    await tx.update(Need, { id: In([...moved.doubleNeeds]) }, { state: 'open' });
}

async function bringCard(
  tx: EntityManager,
  keptId: string,
  mergedId: string,
): Promise<Pick<Moved, 'card' | 'doubleNeeds'>> {
  const doubles = await tx.findBy(Need, { womanId: mergedId, state: 'open' });
  for (const { id } of doubles) await tx.update(Need, { id }, { state: 'dropped' });
  const hasCard = await tx.existsBy(NeedCardRow, { womanId: keptId });
  const { affected } = hasCard
    ? { affected: 0 }
    : await tx.update(NeedCardRow, { womanId: mergedId }, { womanId: keptId });
  return { card: Boolean(affected), doubleNeeds: doubles.map(({ id }) => id) };
}

/** What the file has already, of that of which it may have one in each. */
async function heldBy(tx: EntityManager, womanId: string, table: Table): Promise<ReadonlySet<unknown>> {
  const one = oneOfEach[table];
  return new Set(one ? (await rowsOf(tx, one.of, womanId)).map((row) => row[one.by]) : []);
}

/** All of these tables have an `id` and a `womanId`; for TypeORM they are as one of them. */
const asOne = (table: Table) => movedTables[table] as typeof Notice;

async function rowsOf(tx: EntityManager, table: Table, womanId: string): Promise<Row[]> {
  return (await tx.findBy(asOne(table), { womanId })) as unknown as Row[];
}

async function give(
  tx: EntityManager,
  table: Table,
  ids: readonly string[],
  toId: string,
  fromId?: string,
): Promise<void> {
  if (ids.length === 0) return;
  const which = { id: In([...ids]), ...(fromId !== undefined && { womanId: fromId }) };
  await tx.update(asOne(table), which, { womanId: toId });
}
