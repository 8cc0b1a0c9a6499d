import type { EntityManager } from 'typeorm';
import { Batch } from '../courses/batch.entity';
import { wholeBatches, type WholeBatch } from '../courses/batches.queries';
import { Enrolment } from '../enrolments/enrolment.entity';
import { seatHolding } from '../enrolments/enrolments.rules';
import { Need, NeedCardRow } from '../needs/need.entity';
import { bitsToMonths } from '../needs/needs.rules';
import { Woman } from '../women/woman.entity';
import type { Located } from '../courses/fit.rules';

/** The county's batches that wait for an assignment. */
export function batchesToFill(rows: EntityManager, countyCode: string, today: string): Promise<WholeBatch[]> {
  const query = rows
    .createQueryBuilder(Batch, 'batch')
    .where("batch.countyCode = :countyCode AND batch.admission = 'assignment'", { countyCode })
    .andWhere("batch.state IN ('open', 'closed') AND batch.startsOn > :today", { today })
    .orderBy('batch.id');
  return wholeBatches(rows, query);
}

export interface Candidate {
  readonly woman: Woman;
  readonly her: Omit<Located, 'coursesDone'>;
  /** Since when her oldest open need stands. */
  readonly since: Date;
}

/** Women of the county with an open need, and women from anywhere who signed up for one of these batches. */
export async function candidates(
  rows: EntityManager,
  countyCode: string,
  batchIds: readonly string[],
): Promise<Candidate[]> {
  const found = await rows
    .createQueryBuilder(Woman, 'woman')
    .innerJoin(NeedCardRow, 'card', 'card.womanId = woman.id')
    .leftJoin(
      Enrolment,
      'asked',
      "asked.womanId = woman.id AND asked.state = 'applied' AND asked.batchId IN (:...batchIds)",
      { batchIds },
    )
    .where('woman.villageCode LIKE :county OR asked.id IS NOT NULL', { county: `${countyCode}%` })
    .orderBy('woman.id')
    .getMany();
  const byId = new Map(found.map((woman) => [woman.id, woman]));
  const ids = [...byId.keys()];
  if (ids.length === 0) return [];
  const within = `womanId IN (SELECT id FROM women WHERE villageCode LIKE :county) OR womanId IN (SELECT womanId FROM enrolments WHERE state = 'applied' AND batchId IN (:...batchIds))`;
  const where = { county: `${countyCode}%`, batchIds };
  const [cards, needs] = await Promise.all([
    rows.createQueryBuilder(NeedCardRow, 'card').where(within, where).getMany(),
    rows
      .createQueryBuilder(Need, 'need')
      .where(`need.state = 'open' AND (${within})`, where)
      .orderBy('need.wish')
      .getMany(),
  ]);
  const needsOf = new Map<string, Need[]>();
  for (const need of needs) needsOf.set(need.womanId, [...(needsOf.get(need.womanId) ?? []), need]);
  return cards.flatMap((card) => {
    const woman = byId.get(card.womanId);
    const hers = needsOf.get(card.womanId) ?? [];
    if (!woman || hers.length === 0) return [];
    const { dayKind, farthestKm, reading, isBodyLimited } = card;
    const freeMonths = bitsToMonths(card.freeMonthBits);
    const since = hers.reduce((oldest, need) => (need.since < oldest ? need.since : oldest), hers[0]!.since);
    const her = {
      families: hers.map(({ family }) => family),
      freeMonths,
      dayKind,
      farthestKm,
      reading,
      isBodyLimited,
      villageCode: woman.villageCode,
    };
    return [{ woman, her, since }];
  });
}

/** Half days in which these women already hold a seat, as `YYYY-MM-DD half`. */
export async function slotsHeld(rows: EntityManager, today: string): Promise<Map<string, Set<string>>> {
  const held = await rows.query<{ womanId: string; heldOn: unknown; half: string }[]>(
    `SELECT enrolment.womanId AS womanId, session.heldOn AS heldOn, session.half AS half
       FROM enrolments enrolment
       JOIN batches batch ON batch.id = enrolment.batchId AND batch.state <> 'cancelled' AND batch.endsOn >= ?
       JOIN sessions session ON session.batchId = batch.id
      WHERE enrolment.state IN (${seatHolding.map(() => '?').join(', ')})`,
    [today, ...seatHolding],
  );
  const byWoman = new Map<string, Set<string>>();
  for (const { womanId, heldOn, half } of held) {
    const day = heldOn instanceof Date ? heldOn.toISOString().slice(0, 10) : String(heldOn);
    byWoman.set(womanId, (byWoman.get(womanId) ?? new Set()).add(`${day} ${half}`));
  }
  return byWoman;
}
