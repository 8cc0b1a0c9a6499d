import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { faultOf } from '../database/database-errors';
import { addRows, readRows } from '../database/plain-rows';
import { found, Refusal } from '../http/refusals';
import { RecordsService } from '../records/records.service';
import { Region } from '../regions/region.entity';
import { WomanChange } from '../women/change.entity';
import { Consent, Woman } from '../women/woman.entity';
import { Import, ImportPart } from './import.entity';
import { nearParts } from './imports.queries';
import { Judge, knownFiles } from './known-files';
import { countsOf, ReadingService } from './reading.service';
import type { FileRows } from './reading/file-rows';
import type { ImportThread } from './reading/import-thread';
import { mayDo } from './stages.rules';
import { isLeftOut, isTaken, type Judged } from './verdicts.rules';

const patienceMs = 1_500;

/**
 * Writes confirmed imports part by part, each in a transaction that also says that it is written: after a kill the next
 * server goes on where this one stopped, and no row is written twice.
 */
@Injectable()
export class WritingService implements OnApplicationShutdown {
  private readonly log = new Logger('Imports');
  private readonly working = new Map<string, Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.working.values());
  }

  /** From here on its new rows become files, whoever else is asked meanwhile. Waits a moment for it. */
  async confirm(actor: Actor, { id }: Import): Promise<void> {
    const now = this.clock.now();
    const confirmed = await this.database.transact(async (tx) => {
      const one = found(await this.database.lock(tx, Import, id));
      if (!mayDo(one).confirm) throw new Refusal('import.stateForbids');
      const another = await this.takenNear(tx, id);
      if (one.newRows + another === 0) throw new Refusal('import.nothingNew');
      const by = { confirmedById: actor.accountId, confirmedAt: now };
      await tx.update(
        Import,
        { id },
        { stage: 'writing', failure: null, share: shareOf(one), aliveAt: now, ...by },
      );
      await this.records.write(tx, {
        ...{ byAccountId: actor.accountId, deed: 'import', regionCode: one.regionCode },
        said: `“${one.fileName}”：${one.stage === 'failed' ? '接着写，一共' : ''}新建${one.newRows + another}份档案`,
      });
      return { ...one, ...by };
    });
    await Promise.race([this.work(confirmed), pause(patienceMs, undefined, { ref: false })]);
  }

  /** Goes on writing what a server left in the middle. */
  async resume(one: Import): Promise<void> {
    await this.work(one);
  }

  private async takenNear(tx: EntityManager, importId: string): Promise<number> {
    const parts = await nearParts(tx, importId);
    return parts.reduce(
      (sum, { judged }) => sum + judged.filter((one) => one.v === 'near' && isTaken(one)).length,
      0,
    );
  }

  private work(one: Import): Promise<void> {
    const known = this.working.get(one.id);
    if (known) return known;
    const work = this.write(one)
      .catch((error: unknown) => this.sayFailed(one, error))
      .finally(() => this.working.delete(one.id));
    this.working.set(one.id, work);
    return work;
  }

  /**
   * What is written stays, and whoever confirmed it sees that it is not all. Where not even this can be written the
   * database is away: then it counts as left in the middle, and is taken up again.
   */
  private async sayFailed({ id }: Import, error: unknown): Promise<void> {
    this.log.error(error);
    const failed = { stage: 'failed', failure: 'import.notWritten', aliveAt: this.clock.now() } as const;
    await this.database.rows
      .update(Import, { id, stage: 'writing' }, failed)
      .catch((again: unknown) => this.log.error(again));
  }

  private async write(one: Import): Promise<void> {
    const thread = await this.reading.threadFor(one.regionCode);
    try {
      let part = await this.nextPart(one.id, -1);
      let files = part && this.sealed(thread, one, part);
      while (part && files) {
        const [here, ready] = [part, await files];
        // While the database writes this part, the thread seals the next.
        part = await this.nextPart(one.id, here.place);
        files = part && this.sealed(thread, one, part);
        await this.writePart(one, here, ready);
      }
    } finally {
      await thread.end();
    }
    await this.database.rows.update(
      Import,
      { id: one.id, stage: 'writing' },
      { stage: 'done', share: 100, aliveAt: this.clock.now() },
    );
  }

  private async nextPart(importId: string, after: number): Promise<ImportPart | undefined> {
    const next = 'AND opened IS NULL AND place > ? ORDER BY place LIMIT 1';
    return (await readRows(this.database.rows, ImportPart, { importId }, next, [after]))[0];
  }

  private sealed(thread: ImportThread, one: Import, part: ImportPart): Promise<FileRows> {
    const places = part.judged.flatMap((judged, place) => (isTaken(judged) ? [place] : []));
    const files = thread.files(one.layout!.columns, {
      ...{ sealed: part.sealed, places },
      leftOut: part.judged.flatMap((judged, place) => (isLeftOut(judged) ? [place] : [])),
      ...{ byAccountId: one.confirmedById!, at: one.confirmedAt!.getTime() },
    });
    // It is awaited only after the part before it is written.
    files.catch(() => undefined);
    return files;
  }

  private async writePart(one: Import, part: ImportPart, files: FileRows): Promise<void> {
    const write = () => this.database.transact((tx) => this.writeIn(tx, one, part.id, files));
    await write().catch((error: unknown) => {
      // A helper opened the file of one of these women a moment ago: looked at again, she is known.
      if (faultOf(error) !== 'duplicate') throw error;
      return write();
    });
  }

  private async writeIn(tx: EntityManager, { id, regionCode }: Import, partId: string, files: FileRows) {
    // Two imports of one county wait for each other, so that each sees the files of the other.
    await this.database.lock(tx, Region, regionCode);
    const part = found(await this.database.lock(tx, ImportPart, partId));
    if (part.opened !== null) return;
    const judge = new Judge(regionCode, await knownFiles(tx, regionCode, files.women));
    const judged: Judged[] = [...part.judged];
    const isFresh = files.women.map((woman, at) => {
      const place = files.places[at]!;
      const now = judge.judge({ n: judged[place]!.n, telling: woman });
      if (now.v === 'new' || now.v === 'near') return true;
      // Somebody registered her since it was looked through: here, or in another county.
      judged[place] = now;
      return false;
    });
    const fresh = <Row>(rows: readonly Row[]) => rows.filter((_, at) => isFresh[at]);
    const opened = fresh(files.women).map((woman) => woman.id);
    if (opened.length > 0) {
      const at = new Date(files.at);
      await addRows(
        tx,
        Woman,
        fresh(files.women).map((woman) => ({ ...woman, createdAt: at })),
      );
      await addRows(
        tx,
        WomanChange,
        fresh(files.changes).map((change) => ({ ...change, at })),
      );
      await addRows(
        tx,
        Consent,
        fresh(files.consents).map((consent) => ({ ...consent, givenAt: at })),
      );
    }
    const counts = countsOf(judged);
    await tx.update(
      ImportPart,
      { id: partId },
      { judged, ...counts, opened, sealed: Buffer.from(files.left) },
    );
    const one = found(await this.database.lock(tx, Import, id));
    const handled = one.handled + judged.length;
    await tx.update(
      Import,
      { id },
      {
        ...{ handled, opened: one.opened + opened.length, aliveAt: this.clock.now() },
        newRows: one.newRows + counts.newRows - part.newRows,
        sameRows: one.sameRows + counts.sameRows - part.sameRows,
        nearRows: one.nearRows + counts.nearRows - part.nearRows,
        wrongRows: one.wrongRows + counts.wrongRows - part.wrongRows,
        share: shareOf({ handled, rowCount: one.rowCount }),
      },
    );
  }
}

/** How much of its rows is written, in percent; the hundredth is said with its end. */
function shareOf({ handled, rowCount }: Pick<Import, 'handled' | 'rowCount'>): number {
  return Math.min(99, Math.floor((100 * handled) / Math.max(1, rowCount)));
}
