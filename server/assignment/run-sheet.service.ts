import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { sayInstant } from '../calendar/days.rules';
import { saySeason } from '../calendar/seasons.rules';
import { Database } from '../database/database';
import { workbook } from '../files/sheets/sheet-writer';
import { RecordsService } from '../records/records.service';
import { RegionsService } from '../regions/regions.service';
import { OutcomesService } from './outcomes.service';
import { runStateNames } from './runs.rules';
import { RunsService } from './runs.service';

/** A run as a workbook: every woman whom the reader may name, with her seat or the reason why she has none. */
@Injectable()
export class RunSheetService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RunsService) private readonly runs: RunsService,
    @Inject(OutcomesService) private readonly outcomes: OutcomesService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The export is on record before the first byte leaves. */
  async sheet(actor: Actor, runId: string): Promise<StreamableFile> {
    const run = await this.runs.one(actor, runId, 'runs.read');
    const rows: (string | null)[][] = [];
    for await (const part of this.outcomes.everyone(actor, run))
      for (const { name, villageName, isRegisteredPoor, batchTitle, sentence } of part)
        rows.push([villageName, name, isRegisteredPoor ? '是' : '否', batchTitle ?? '没有排上', sentence]);
    const regionName = (await this.regions.tree()).name(run.regionCode);
    const title = `${regionName}${saySeason(run.season)}分配结果`;
    await this.records.write(this.database.rows, {
      byAccountId: actor.accountId,
      deed: 'export',
      regionCode: run.regionCode,
      said: `${title}，${rows.length}人`,
    });
    return workbook({
      fileName: title,
      notes: [
        `${title}（${runStateNames[run.state]}，校验码${run.inputHash.slice(0, 16)}）`,
        `${actor.name}导出，${sayInstant(this.clock.now())}。含个人信息，请妥善保管。`,
      ],
      columns: [
        { title: '所在村', width: 34 },
        { title: '姓名', width: 12 },
        { title: '建档立卡', width: 10 },
        { title: '安排的班', width: 24 },
        { title: '原因', width: 60 },
      ],
      rows,
    });
  }
}
