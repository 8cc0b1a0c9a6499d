import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor } from '../../access/actor';
import type { Action } from '../../access/policies';
import { Clock } from '../../calendar/clock';
import { dayOf, sayInstant } from '../../calendar/days.rules';
import { Database } from '../../database/database';
import { pdf } from '../../files/paper/paper';
import { found, Refusal } from '../../http/refusals';
import { freshSince } from '../../needs/needs.rules';
import { RecordsService } from '../../records/records.service';
import type { Region } from '../../regions/region.entity';
import { RegionsService } from '../../regions/regions.service';
import { linesOf, sumOf } from './measures.rules';
import { womenOnPage, type RegionWomenDto } from './region-files.dto';
import { countOne, countRegion, womenBehind, type RegionAsked } from './region-files.queries';
import { viewCounts, type RegionFileView, type RegionWomenView } from './region-files.view';
import { drawRegionFile, type WomanOnPaper } from './region-paper';

/** The files of villages, townships and counties: derived from profiles and needs each time they are read. */
@Injectable()
export class RegionFilesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(actor: Actor, code: string): Promise<RegionFileView> {
    const { region, asked } = await this.opened(actor, code, 'ledgers.regionFile');
    const tree = await this.regions.tree();
    const below = tree.below(code);
    const areas = await countRegion(this.database.rows, asked, below[0]?.code.length ?? code.length);
    return {
      ...{ regionCode: code, regionName: tree.pathName(code), level: region.level },
      counts: viewCounts(sumOf(areas)),
      parts: linesOf(
        areas,
        below.map((part) => part.code),
      ).map(({ area, counts }) => ({
        ...{ regionCode: area, regionName: tree.name(area), counts: viewCounts(counts) },
      })),
      mayName: actor.ownScope('ledgers.regionNames').admits(code),
    };
  }

  async women(actor: Actor, code: string, { of, page = 1 }: RegionWomenDto): Promise<RegionWomenView> {
    const { asked } = await this.opened(actor, code, 'ledgers.regionNames');
    const { rows } = this.database;
    const [total, women, tree] = await Promise.all([
      countOne(rows, asked, of),
      womenBehind(rows, asked, of, { skip: (page - 1) * womenOnPage, take: womenOnPage }),
      this.regions.tree(),
    ]);
    return {
      total,
      women: women.map(({ villageCode, ...woman }) => ({
        ...woman,
        villageName: tree.pathName(villageCode),
      })),
    };
  }

  async paper(actor: Actor, code: string): Promise<StreamableFile> {
    const file = await this.read(actor, code);
    const hasNames = file.level === 'village' && file.mayName;
    const women = hasNames ? await this.namesOf(actor, code) : [];
    const drawn = drawRegionFile({
      ...file,
      women,
      printed: `${actor.name}打印于${sayInstant(this.clock.now())}`,
    });
    return pdf(drawn, `${file.regionName.replace(/ /g, '')}妇女档案`);
  }

  /** Names leave the house, so it is put on record. */
  private async namesOf(actor: Actor, code: string): Promise<WomanOnPaper[]> {
    const { asked } = await this.opened(actor, code, 'ledgers.regionNames');
    const women: WomanOnPaper[] = [];
    for (let more = true; more;) {
      const some = await womenBehind(this.database.rows, asked, 'all', { skip: women.length, take: 500 });
      women.push(...some);
      more = some.length === 500;
    }
    await this.records.write(this.database.rows, {
      ...{ byAccountId: actor.accountId, deed: 'export', regionCode: code },
      said: `打印村档案，${women.length}人，没有号码`,
    });
    return women;
  }

  /** A region of hers; one of somebody else's looks like one that does not exist. */
  private async opened(
    actor: Actor,
    code: string,
    action: Action,
  ): Promise<{ region: Region; asked: RegionAsked }> {
    const region = found((await this.regions.tree()).get(code));
    const scope = actor.ownScope(action);
    if (!scope.admits(code)) throw new Refusal('thing.notFound');
    return { region, asked: { scope, region: code, freshSince: freshSince(dayOf(this.clock.now())) } };
  }
}
