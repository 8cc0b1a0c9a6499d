import { Inject, Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { Import, ImportPart } from './import.entity';
import { silentAfterMs } from './stages.rules';
import { WritingService } from './writing.service';

const oneDay = 86_400_000;
/** The rows of a register that nobody confirms, or that were left out, are personal facts without a purpose after this. */
const keptForDays = 30;

/** What a server left behind that stopped in the middle, and what nobody wants any more. */
@Injectable()
export class UnfinishedService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WritingService) private readonly writing: WritingService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Goes on writing where a server stopped; what was only being read is told to be sent again. */
  async resume(): Promise<void> {
    const now = this.clock.now();
    const silent = await this.database.rows.findBy(Import, {
      stage: In(['reading', 'writing']),
      aliveAt: LessThan(new Date(now.getTime() - silentAfterMs)),
    });
    for (const { id, stage, aliveAt } of silent) {
      const next =
        stage === 'writing' ? { aliveAt: now } : ({ stage: 'stopped', failure: 'import.stopped' } as const);
      // Of several servers one takes it over.
      const { affected } = await this.database.rows.update(Import, { id, stage, aliveAt }, next);
      if (affected === 0) continue;
      if (stage === 'reading') await this.database.rows.delete(ImportPart, { importId: id });
      else await this.writing.resume(await this.database.rows.findOneByOrFail(Import, { id }));
    }
  }

  /** Whether a register is being written at this moment, by this server or another. */
  isAnyWritten(): Promise<boolean> {
    return this.database.rows.existsBy(Import, { stage: 'writing' });
  }

  /** Throws away the rows of old imports. What they opened stays, and can no longer be taken back as one. */
  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptForDays * oneDay);
    const old = await this.database.rows.findBy(Import, {
      stage: In(['ready', 'stopped', 'failed', 'done']),
      createdAt: LessThan(before),
    });
    for (const { id, stage, opened } of old)
      await this.database.transact(async (tx) => {
        const now = await this.database.lock(tx, Import, id);
        // Somebody confirms it, or takes it back, at this moment.
        if (now?.stage !== stage) return;
        await tx.update(Import, { id }, { stage: stage === 'done' || opened > 0 ? 'kept' : 'dropped' });
        await tx.delete(ImportPart, { importId: id });
      });
  }
}
