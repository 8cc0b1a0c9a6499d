import type { FileHandle } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { isWorkbook, troubleInWorkbook } from '../files/sheets/workbook-gate';
import { found, Refusal } from '../http/refusals';
import { Import, ImportPart } from './import.entity';
import { nearParts } from './imports.queries';
import { ReadingService } from './reading.service';
import { mayDo } from './stages.rules';

const mostListed = 50;

/** The registers that were brought in: sending one, seeing how far it is, throwing it away. */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Takes a workbook in to be looked through. Of a county's officer it may hold women of that county alone.
   *
   * @throws Refusal `workbook.unknown`, `workbook.unreadable`, `workbook.tooMuch`.
   */
  async begin(actor: Actor, name: string, file: FileHandle): Promise<Import> {
    const one = this.newImport(actor, name);
    try {
      if (!(await isWorkbook(name, file))) throw new Refusal('workbook.unknown');
      const trouble = await troubleInWorkbook(file.fd);
      if (trouble) throw new Refusal(trouble);
    } catch (error) {
      await file.close();
      throw error;
    }
    await this.reading.begin(one, file);
    return this.served(actor, one.id);
  }

  /** An import of the actor's counties; any other looks like one that does not exist. */
  async served(actor: Actor, id: string): Promise<Import> {
    const query = this.database.rows.createQueryBuilder(Import, 'import').where('import.id = :id', { id });
    return found(await actor.scope('women.import').narrow(query, 'import.regionCode').getOne());
  }

  /** The latest first. */
  async list(actor: Actor): Promise<Import[]> {
    const query = this.database.rows.createQueryBuilder(Import, 'import').where("import.stage <> 'dropped'");
    return actor
      .scope('women.import')
      .narrow(query, 'import.regionCode')
      .orderBy('import.createdAt', 'DESC')
      .addOrderBy('import.id', 'DESC')
      .take(mostListed)
      .getMany();
  }

  /** Throws away what nobody has confirmed, with all that was read. */
  async drop(actor: Actor, id: string): Promise<void> {
    await this.served(actor, id);
    await this.database.transact(async (tx) => {
      const one = found(await this.database.lock(tx, Import, id));
      if (one.stage === 'dropped') return;
      if (!mayDo(one).drop) throw new Refusal('import.stateForbids');
      await tx.update(Import, { id }, { stage: 'dropped' });
      await tx.delete(ImportPart, { importId: id });
    });
  }

  /** Says that a near match is another woman, or takes it back. */
  async tellApart(actor: Actor, id: string, n: number, isAnother: boolean): Promise<void> {
    await this.served(actor, id);
    await this.database.transact(async (tx) => {
      const one = found(await this.database.lock(tx, Import, id));
      if (one.stage !== 'ready') throw new Refusal('import.stateForbids');
      const parts = await nearParts(tx, id);
      const part = parts.find(({ judged }) => judged.some((row) => row.n === n && row.v === 'near'));
      if (!part) throw new Refusal('import.rowNotNear');
      const judged = part.judged.map(({ isAnother: before, ...row }) =>
        (row.n === n ? isAnother : before === true) ? { ...row, isAnother: true as const } : row,
      );
      await tx.update(ImportPart, { id: part.id }, { judged });
    });
  }

  private newImport(actor: Actor, name: string): Import {
    const county = found(actor.ownScope('women.import').prefixes[0]);
    const now = this.clock.now();
    return {
      ...{ id: newId(), regionCode: county, byAccountId: actor.accountId, createdAt: now, aliveAt: now },
      ...{ fileName: [...name].slice(-100).join(''), stage: 'reading', share: 0, failure: null },
      ...{ layout: null, otherSheets: 0, rowCount: 0, newRows: 0, sameRows: 0, nearRows: 0, wrongRows: 0 },
      ...{ handled: 0, opened: 0, confirmedById: null, confirmedAt: null, undoneAt: null },
    };
  }
}
