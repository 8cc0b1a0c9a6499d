import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { inParts } from '../database/in-parts';
import { ComparingService } from '../duplicates/comparing.service';
import { found, Refusal } from '../http/refusals';
import { RecordsService } from '../records/records.service';
import { FileChanges } from '../women/file-changes';
import { Import, ImportPart } from './import.entity';
import { mayDo } from './stages.rules';

const womenAtOnce = 1_000;

/** What an import writes of each woman itself, what is found by comparing her, and that somebody looked at her. */
const isOwn: ReadonlySet<string> = new Set(['woman_changes', 'consents', 'near_keys', 'records']);

/** Takes back a whole import: all of its files or none. */
@Injectable()
export class UndoingService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(ComparingService) private readonly comparing: ComparingService,
    @Inject(FileChanges) private readonly fileChanges: FileChanges,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * In one transaction, since a half of it would be nobody's word.
   *
   * @throws Refusal `import.builtOn` while one of its files was changed, agreed to more, or is named by any other table.
   */
  async undo(actor: Actor, { id, regionCode, fileName }: Import): Promise<void> {
    await this.database.transact(async (tx) => {
      const one = found(await this.database.lock(tx, Import, id));
      if (one.stage === 'undone') return;
      if (!mayDo(one).undo) throw new Refusal('import.stateForbids');
      const ids = await this.openedBy(tx, id);
      let built = 0;
      for (const some of inParts(ids, womenAtOnce)) built += await this.builtOn(tx, some);
      if (built > 0) throw new Refusal('import.builtOn', { count: built });
      for (const some of inParts(ids, womenAtOnce)) await this.remove(tx, some);
      await tx.delete(ImportPart, { importId: id });
      await tx.update(Import, { id }, { stage: 'undone', failure: null, undoneAt: this.clock.now() });
      await this.records.write(tx, {
        ...{ byAccountId: actor.accountId, deed: 'undo_import', regionCode },
        said: `“${fileName}”：撤回${ids.length}份档案`,
      });
    });
  }

  private async openedBy(tx: EntityManager, importId: string): Promise<string[]> {
    const parts = await tx.find(ImportPart, { select: { id: true, opened: true }, where: { importId } });
    return parts.flatMap(({ opened }) => opened ?? []).sort();
  }

  /** How many of these files are more than the import made them. Their rows are held until the end. */
  private async builtOn(tx: EntityManager, ids: readonly string[]): Promise<number> {
    const list = ids.map(() => '?').join(', ');
    const built = new Set<string>();
    const note = async (sql: string) => {
      for (const { id } of await tx.query<{ id: string }[]>(sql, [...ids])) built.add(id);
    };
    const held = await tx.query<{ id: string; isOwn: number | string }[]>(
      `SELECT id, revision = 1 AND mergedIntoId IS NULL AND erasedAt IS NULL AND needsWithdrawnAt IS NULL AS isOwn
         FROM women WHERE id IN (${list}) ${this.database.hasRowLocks ? 'FOR UPDATE' : ''}`,
      [...ids],
    );
    for (const { id, isOwn: isUntouched } of held) if (Number(isUntouched) !== 1) built.add(id);
    const present = new Set(held.map(({ id }) => id));
    for (const id of ids) if (!present.has(id)) built.add(id);
    for (const table of this.tablesOfWomen())
      await note(`SELECT DISTINCT womanId AS id FROM ${table} WHERE womanId IN (${list})`);
    await note(
      `SELECT womanId AS id FROM consents WHERE womanId IN (${list}) GROUP BY womanId HAVING COUNT(*) > 1`,
    );
    await note(`SELECT mergedIntoId AS id FROM women WHERE mergedIntoId IN (${list})`);
    return built.size;
  }

  /** Every table that names a woman, also one that a later room adds. */
  private tablesOfWomen(): string[] {
    return this.database.dataSource.entityMetadatas
      .filter(({ tableName, columns }) => {
        const names = columns.map(({ databaseName }) => databaseName);
        return names.includes('womanId') && !isOwn.has(tableName);
      })
      .map(({ tableName }) => tableName);
  }

  private async remove(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const list = ids.map(() => '?').join(', ');
    for (const table of ['consents', 'woman_changes'])
      await tx.query(`DELETE FROM ${table} WHERE womanId IN (${list})`, [...ids]);
    await tx.query(`DELETE FROM women WHERE id IN (${list})`, [...ids]);
    await this.comparing.forget(tx, ids);
    await this.fileChanges.tell(tx, ...ids);
  }
}
