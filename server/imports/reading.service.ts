import type { FileHandle } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Semaphore } from 'async-mutex';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { addRow } from '../database/plain-rows';
import { Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { Seal } from '../secrecy/seal';
import { Import, ImportPart } from './import.entity';
import { Judge, knownFiles } from './known-files';
import { ImportThread } from './reading/import-thread';
import type { PartRead } from './reading/read-rows';
import { silentAfterMs } from './stages.rules';
import { verdicts, type Judged, type Verdict } from './verdicts.rules';

/** How long whoever sent a file waits for the answer before she is told how far it is. */
const patienceMs = 1_500;
const betweenReportsMs = 400;
const longestMs = 300_000;
/** Others wait: a few large registers must not take the whole machine. */
const readings = new Semaphore(2);

/** Looks through registers while the server goes on answering. Nothing of theirs becomes a file here. */
@Injectable()
export class ReadingService implements OnApplicationShutdown {
  private readonly log = new Logger('Imports');
  private readonly working = new Set<Promise<void>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.working);
  }

  /** Begins to read, and waits a moment for it. Closes the file in the end. */
  async begin(one: Import, file: FileHandle): Promise<void> {
    await addRow(this.database.rows, Import, one);
    // Also while it waits for its turn: one that says nothing is taken for dead.
    const beat = setInterval(() => {
      this.tell(one, {}).catch((error: unknown) => this.log.error(error));
    }, silentAfterMs / 3);
    const work = readings
      .runExclusive(() => this.work(one, file))
      .finally(() => file.close())
      .finally(() => {
        clearInterval(beat);
        this.working.delete(work);
      });
    this.working.add(work);
    await Promise.race([work, pause(patienceMs, undefined, { ref: false })]);
  }

  /** A thread with all that it needs to read registers of this county, or to seal what is in them. */
  async threadFor(county: string): Promise<ImportThread> {
    const tree = await this.regions.tree();
    const areas = tree.within(county).map(({ code, name, level }) => ({ code, name, level }));
    return new ImportThread({ county, areas, today: dayOf(this.clock.now()), secrecy: this.seal.forThread });
  }

  private async work(one: Import, file: FileHandle): Promise<void> {
    try {
      const counts = await this.readWithin(longestMs, one, file.fd);
      await this.mustTell(one, { stage: 'ready', share: 100, ...counts });
    } catch (error) {
      if (!(error instanceof Refusal)) this.log.error(error);
      const failure = error instanceof Refusal ? error.code : 'workbook.unreadable';
      await this.database.rows.delete(ImportPart, { importId: one.id });
      await this.tell(one, { stage: 'stopped', failure });
    }
  }

  private async readWithin(ms: number, one: Import, file: number) {
    const thread = await this.threadFor(one.regionCode);
    const tooLong = setTimeout(() => void thread.end(), ms);
    try {
      return await this.read(one, thread, file);
    } finally {
      clearTimeout(tooLong);
      await thread.end();
    }
  }

  private async read(one: Import, thread: ImportThread, file: number) {
    const sum = { rowCount: 0, newRows: 0, sameRows: 0, nearRows: 0, wrongRows: 0 };
    let [place, toldAt] = [0, performance.now()];
    for await (const got of thread.read(file)) {
      if ('sheet' in got) {
        await this.mustTell(one, { layout: got.sheet.layout, otherSheets: got.sheet.otherSheets });
        continue;
      }
      const judged = await this.judge(one.regionCode, got.part);
      const counts = countsOf(judged);
      await addRow(this.database.rows, ImportPart, {
        ...{ id: newId(), importId: one.id, place, judged, ...counts, opened: null },
        sealed: Buffer.from(got.part.sealed),
      });
      place += 1;
      sum.rowCount += judged.length;
      for (const verdict of verdicts) sum[`${verdict}Rows`] += counts[`${verdict}Rows`];
      if (performance.now() - toldAt < betweenReportsMs) continue;
      toldAt = performance.now();
      await this.mustTell(one, { share: Math.min(99, Math.floor(got.part.share * 100)), ...sum });
    }
    return sum;
  }

  private async judge(county: string, { rows }: PartRead): Promise<Judged[]> {
    const tellings = rows.flatMap(({ telling }) => telling ?? []);
    const judge = new Judge(county, await knownFiles(this.database.rows, county, tellings));
    return rows.map((row) => judge.judge(row));
  }

  /** @throws where it is not being read any more: it was thrown away, or taken for dead. */
  private async mustTell(one: Import, told: Partial<Import>): Promise<void> {
    if (!(await this.tell(one, told))) throw new Error(`import ${one.id} is no longer read`);
  }

  private async tell({ id }: Import, told: Partial<Import>): Promise<boolean> {
    const which = { id, stage: 'reading' } as const;
    const { affected } = await this.database.rows.update(Import, which, {
      ...{ ...told, aliveAt: this.clock.now() },
    });
    return affected === 1;
  }
}

/** How many rows are of each verdict. */
export function countsOf(judged: readonly Judged[]): Record<`${Verdict}Rows`, number> {
  const counts = { newRows: 0, sameRows: 0, nearRows: 0, wrongRows: 0 };
  for (const { v } of judged) counts[`${v}Rows`] += 1;
  return counts;
}
