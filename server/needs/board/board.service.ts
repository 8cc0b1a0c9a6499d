import { Inject, Injectable, type StreamableFile } from '@nestjs/common';
import type { Action } from '../../access/policies';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { dayOf } from '../../calendar/days.rules';
import { Database } from '../../database/database';
import { Refusal } from '../../http/refusals';
import { RecordsService } from '../../records/records.service';
import type { RegionTree } from '../../regions/region-tree';
import { RegionsService } from '../../regions/regions.service';
import type { Family } from '../families.rules';
import { bitsToMonths, freshSince } from '../needs.rules';
import type { DemandDto, DemandWomenDto } from './board.dto';
import { countByMonths, countDemand, womenInNeed, type DemandFilter } from './board.queries';
import { foldBoard, foldMonths } from './board.rules';
import type { DemandMonthView, DemandView, DemandWomanView } from './board.view';
import { boardWorkbook } from './board-workbook';

/** The longest list of women behind one number. */
const mostWomen = 500;

/** What another room knows of cells of the board, for its workbook: also of cells where nobody asks now. */
export interface BoardColumns {
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly cells: readonly {
    readonly regionCode: string;
    readonly regionName: string;
    readonly family: Family;
    readonly values: readonly (string | number)[];
  }[];
}

type BoardSource = (actor: Actor, asked: DemandDto) => Promise<BoardColumns>;

/** The demand board: what women want to learn, where, when, and who they are as far as a course depends on it. */
@Injectable()
export class BoardService {
  private readonly sources: BoardSource[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A later room adds its columns to the workbook. */
  alsoTells(source: BoardSource): void {
    this.sources.push(source);
  }

  /** Demand by township, or by county where the reader serves several. */
  async demand(actor: Actor, asked: DemandDto): Promise<DemandView> {
    const filter = this.filterOf(actor, 'needs.demand', asked);
    const region = asked.region ?? filter.scope.prefixes[0] ?? '';
    const codeLength = region.length < 6 ? 6 : 9;
    const { place } = asked;
    const regions = await this.regions.tree();
    if (place) assertInCounty(regions, place, region);
    const groups = await countDemand(this.database.rows, filter, codeLength, place !== undefined);
    const reach = place && wayTo(regions, place);
    const { cells, all } = foldBoard(
      reach
        ? groups.map((group) => ({ ...group, isReachable: reach(group.area) <= group.farthestKm! }))
        : groups,
      codeLength,
      asked.family,
    );
    return {
      cells: cells.map((cell) => ({ ...cell, regionName: regions.name(cell.regionCode) })),
      areas: filter.scope.touches(region) ? areasOf(regions, region) : [],
      ...{ women: all.women, all },
    };
  }

  /** How many have time in each month, January first. */
  async months(actor: Actor, asked: DemandDto): Promise<DemandMonthView[]> {
    const filter = this.filterOf(actor, 'needs.demand', { ...asked, month: undefined });
    const counts = foldMonths(await countByMonths(this.database.rows, filter));
    return counts.map((count, index) => ({ month: index + 1, ...count }));
  }

  async women(actor: Actor, asked: DemandWomenDto): Promise<DemandWomanView[]> {
    const { place, family } = asked;
    const filter = { ...this.filterOf(actor, 'needs.demandNames', asked), family };
    const regions = await this.regions.tree();
    if (place) assertInCounty(regions, place, asked.region);
    const rows = await womenInNeed(this.database.rows, filter, mostWomen);
    const way = place ? wayTo(regions, place) : undefined;
    return rows.map(({ villageCode, freeMonthBits, ...row }) => ({
      ...row,
      villageName: regions.pathName(villageCode),
      freeMonths: bitsToMonths(freeMonthBits),
      placeKm: way ? way(villageCode) : null,
    }));
  }

  /** The board as a workbook, numbers only; the export is put on record. */
  async workbook(actor: Actor, asked: DemandDto): Promise<StreamableFile> {
    const board = await this.demand(actor, asked);
    const beside = await Promise.all(this.sources.map((source) => source(actor, asked)));
    const regions = await this.regions.tree();
    const region = asked.region ?? actor.scope('needs.demand').prefixes[0] ?? '';
    await this.records.write(this.database.rows, {
      ...{ byAccountId: actor.accountId, deed: 'export', regionCode: region },
      said: `需求看板，${board.cells.length}行`,
    });
    const facts = { regionName: regions.pathName(region), byName: actor.name, at: this.clock.now() };
    return boardWorkbook(board, asked, facts, asked.place && regions.pathName(asked.place), beside);
  }

  private filterOf(actor: Actor, action: Action, asked: DemandDto): DemandFilter {
    const { region, family, month, who, age } = asked;
    const today = dayOf(this.clock.now());
    return {
      ...{ scope: actor.scope(action), region, family, month, who, age },
      freshSince: freshSince(today),
    };
  }
}

/** Distances are told village by village, so only within one county. */
function assertInCounty(regions: RegionTree, place: string, region: string): void {
  const isKnown = regions.get(place) !== undefined;
  if (!isKnown || region.length < 6 || !place.startsWith(region.slice(0, 6)))
    throw new Refusal('demand.placeElsewhere');
}

/** Kilometres from a village to the place, each worked out once. */
function wayTo(regions: RegionTree, place: string): (village: string) => number {
  const known = new Map<string, number>();
  return (village) => {
    const km = known.get(village) ?? regions.distance(village, place).km;
    known.set(village, km);
    return km;
  };
}

function areasOf(regions: RegionTree, region: string): DemandView['areas'] {
  const inside = region.length >= 9 ? [regions.get(region.slice(0, 9))] : regions.below(region);
  return inside
    .filter((area) => area !== undefined)
    .map(({ code, latitudeE5, longitudeE5 }) => ({
      ...{ regionCode: code, regionName: regions.name(code), latitudeE5, longitudeE5 },
    }));
}
