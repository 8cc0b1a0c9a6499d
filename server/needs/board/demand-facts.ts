import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FileChanges } from '../../women/file-changes';
import { families } from '../families.rules';

const familyCase = (value: (place: number) => number) =>
  `CASE need.family ${families.map((family, place) => `WHEN '${family}' THEN ${value(place)}`).join(' ')} END`;

const columns =
  'womanId, villageCode, families, dearest, freeMonthBits, farthestKm, isRegisteredPoor, isNeverTrained, confirmedAt';

const openNeed = "FROM needs need WHERE need.womanId = card.womanId AND need.state = 'open'";

/** How every column of `demand` follows from the rows it is about; who withdrew her consent or whose file was merged is not counted. */
const derived = `SELECT card.womanId, woman.villageCode,
    (SELECT SUM(${familyCase((place) => 1 << place)}) ${openNeed}),
    (SELECT ${familyCase((place) => place)} ${openNeed} ORDER BY need.wish, need.family LIMIT 1),
    card.freeMonthBits, card.farthestKm, woman.isRegisteredPoor,
    NOT EXISTS (SELECT 1 FROM completions done WHERE done.womanId = card.womanId), card.confirmedAt
  FROM need_cards card JOIN women woman ON woman.id = card.womanId
 WHERE woman.mergedIntoId IS NULL AND woman.needsWithdrawnAt IS NULL AND woman.erasedAt IS NULL
   AND EXISTS (SELECT 1 ${openNeed})`;

/** Keeps what the board counts in step with what it follows from. */
@Injectable()
export class DemandFacts implements OnModuleInit {
  constructor(@Inject(FileChanges) private readonly changes: FileChanges) {}

  onModuleInit(): void {
    this.changes.hear(async (tx, womanIds) => {
      await this.followHome(tx, womanIds);
      await this.keep(tx, ...womanIds);
    });
  }

  /** A need is where its woman lives: she may have moved, or the need came over from another file of hers. */
  private async followHome(tx: EntityManager, womanIds: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE needs SET villageCode = (SELECT woman.villageCode FROM women woman WHERE woman.id = needs.womanId)
        WHERE womanId IN (${womanIds.map(() => '?').join(', ')})`,
      [...womanIds],
    );
  }

  /** Writes anew what is counted of these women, in the transaction that changed something of theirs. */
  async keep(tx: EntityManager, ...womanIds: readonly string[]): Promise<void> {
    const marks = womanIds.map(() => '?').join(', ');
    await tx.query(`DELETE FROM demand WHERE womanId IN (${marks})`, [...womanIds]);
    await tx.query(`INSERT INTO demand (${columns}) ${derived} AND card.womanId IN (${marks})`, [
      ...womanIds,
    ]);
  }
}

/** Writes it for everybody at once, where many rows were laid down together; the table must be empty. */
export async function keepAllDemand(tx: EntityManager): Promise<void> {
  await tx.query(`INSERT INTO demand (${columns}) ${derived}`);
}
