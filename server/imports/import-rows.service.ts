import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { readRows } from '../database/plain-rows';
import { lettersOf, type Cell } from '../files/sheets/cells.rules';
import { found } from '../http/refusals';
import { Seal } from '../secrecy/seal';
import { WomenService } from '../women/women.service';
import { sayFault } from './faults';
import { Import, ImportPart } from './import.entity';
import { ImportsService } from './imports.service';
import type { ListImportRowsDto } from './imports.dto';
import type { ImportRowsView, ImportRowView, KnownFileView } from './imports.view';
import { leftOutWorkbook, sayWhy } from './left-out';
import { openCells } from './reading/row-bodies';
import { tidyName } from './rows.rules';
import type { Judged } from './verdicts.rules';

const rowsOnPage = 20;

interface Shown {
  readonly judged: Judged;
  readonly cells: readonly Cell[];
}

/** The rows of an import with their verdicts, as an officer looks through them. Numbers in their cells are not shown. */
@Injectable()
export class ImportRowsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImportsService) private readonly imports: ImportsService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(actor: Actor, id: string, { verdict, page = 1 }: ListImportRowsDto): Promise<ImportRowsView> {
    const one = await this.imports.served(actor, id);
    const shown = await this.page(one, verdict, (page - 1) * rowsOnPage);
    const ids = shown.flatMap(({ judged }) => judged.known ?? []);
    const files = await this.files(one, ids);
    return {
      total: one[`${verdict}Rows`],
      rows: shown.map((row) => this.view(one, row, files)),
    };
  }

  /** The rows that were left out, for whoever brought them: nobody else is given the numbers in them. */
  async leftOut(actor: Actor, id: string): Promise<StreamableFile> {
    const one = await this.imports.served(actor, id);
    found(one.byAccountId === actor.accountId && one.layout !== null ? one : undefined);
    return leftOutWorkbook(this.database.rows, this.seal, one, this.clock.now());
  }

  private async page({ id }: Import, verdict: Judged['v'], from: number): Promise<Shown[]> {
    const shown: Shown[] = [];
    const parts = await this.database.rows.find(ImportPart, {
      select: { id: true, newRows: true, sameRows: true, nearRows: true, wrongRows: true },
      where: { importId: id },
      order: { place: 'ASC' },
    });
    let passed = 0;
    for (const part of parts) {
      const here = part[`${verdict}Rows`];
      if (shown.length < rowsOnPage && here > 0 && passed + here > from) {
        const [whole] = await readRows(this.database.rows, ImportPart, { id: part.id });
        const cells = openCells(this.seal, whole!.sealed);
        const rows = whole!.judged
          .map((judged, place) => ({ judged, cells: cells[place] ?? [] }))
          .filter(({ judged }) => judged.v === verdict);
        shown.push(...rows.slice(Math.max(0, from - passed)));
      }
      passed += here;
    }
    return shown.slice(0, rowsOnPage);
  }

  private async files({ regionCode }: Import, ids: readonly string[]): Promise<Map<string, KnownFileView>> {
    const files = new Map<string, KnownFileView>();
    for (const woman of (await this.women.byIds(ids)).values()) {
      if (!woman.villageCode.startsWith(regionCode) || woman.erasedAt !== null) continue;
      const { id, name, villageName, bornInYear, phone } = await this.women.view(woman);
      files.set(id, { id, name, villageName, bornInYear, phone });
    }
    return files;
  }

  private view(
    { layout }: Import,
    { judged, cells }: Shown,
    files: ReadonlyMap<string, KnownFileView>,
  ): ImportRowView {
    const { n, v: verdict, faults = [], known = [], isAnother = false } = judged;
    const { columns = {} } = layout ?? {};
    const name = cells[columns.name ?? -1] ?? '';
    const cellOf = (field: keyof typeof columns | null) =>
      field === null || columns[field] === undefined ? `第${n}行` : `${lettersOf(columns[field])}${n}`;
    const reasons = faults.map((fault) => `${cellOf(fault.field)} ${sayFault(fault)}`);
    return {
      ...{ n, verdict, isAnother },
      name: tidyName(String(name)),
      reasons: verdict === 'near' ? [sayWhy(judged)] : reasons,
      known: known.flatMap((id) => files.get(id) ?? []),
    };
  }
}
