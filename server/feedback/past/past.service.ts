import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../access/actor';
import type { Action } from '../../access/policies';
import { Clock } from '../../calendar/clock';
import { dayOf, monthOf } from '../../calendar/days.rules';
import { Database } from '../../database/database';
import { enrolmentStateNames } from '../../enrolments/enrolments.rules';
import { BoardService, type BoardColumns } from '../../needs/board/board.service';
import { RegionsService } from '../../regions/regions.service';
import { isUnfinished, leavingReasonNames } from '../feedback.rules';
import type { PastDto, PastMonthsDto, PastWomenDto } from './past.dto';
import { groupPast, womenOfPast, type PastFilter } from './past.queries';
import { countPast, foldPast, percentOf, periodOf, reasonsInOrder, type Period } from './past.rules';
import type { PastMonthView, PastView, PastWomenView } from './past.view';

/** The longest list of women behind one number. */
const mostWomen = 500;
const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** How earlier batches went where the board shows demand: who did not finish and why, and what it was to the others. */
@Injectable()
export class PastService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(BoardService) private readonly board: BoardService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.board.alsoTells((actor, asked) => this.columns(actor, asked));
  }

  /** By township, or by county where the reader serves several: the cells of the demand board. */
  async cells(actor: Actor, asked: PastDto): Promise<PastView> {
    const period = periodOf(this.clock.now(), asked.month);
    const region = asked.region ?? actor.scope('needs.demand').prefixes[0] ?? '';
    const filter = this.filterOf(actor, 'needs.demand', asked, period);
    const groups = await groupPast(this.database.rows, filter, region.length < 6 ? 6 : 9);
    const regions = await this.regions.tree();
    const cells = foldPast(groups).map((cell) => ({ ...cell, regionName: regions.name(cell.regionCode) }));
    return { said: period.said, cells };
  }

  /** The sign-ups behind one cell. */
  async women(actor: Actor, asked: PastWomenDto): Promise<PastWomenView> {
    const period = periodOf(this.clock.now(), asked.month);
    const filter = this.filterOf(actor, 'needs.demandNames', asked, period);
    const rows = await womenOfPast(this.database.rows, filter, mostWomen);
    const regions = await this.regions.tree();
    const named = rows.filter(({ mayBeNamed }) => mayBeNamed);
    return {
      said: period.said,
      women: named.map(({ villageCode, mayBeNamed: _, isOver, ...row }) => ({
        ...row,
        villageName: regions.pathName(villageCode),
        stateName: enrolmentStateNames[row.state],
        isUnfinished: isUnfinished(row.state, isOver, row.reason),
      })),
      unnamed: rows.length - named.length,
    };
  }

  /** Every month as it was the last time it was whole, in one township and in its county: for whoever plans a batch there. */
  async months(actor: Actor, { family, region }: PastMonthsDto): Promise<PastMonthView[]> {
    const now = this.clock.now();
    const [township, county] = [region.slice(0, 9), region.slice(0, 6)];
    const periods = months.map((month) => ({ month, ...periodOf(now, month) }));
    const from = periods.map((period) => period.from).sort()[0]!;
    const until = periods
      .map((period) => period.until)
      .sort()
      .at(-1)!;
    const filter = this.filterOf(actor, 'needs.demand', { family, region: county }, { from, until });
    const groups = await groupPast(this.database.rows, filter, 9);
    const regions = await this.regions.tree();
    return periods.map(({ month, said }) => {
      const then = groups.filter((group) => monthOf(group.month) === month);
      return {
        ...{ month, said, placeName: regions.name(township), countyName: regions.name(county) },
        place: countPast(then.filter(({ area }) => area === township)),
        county: countPast(then),
      };
    });
  }

  /** The same numbers beside the demand in the board's workbook. */
  private async columns(actor: Actor, asked: PastDto): Promise<BoardColumns> {
    const { said, cells } = await this.cells(actor, asked);
    return {
      columns: [
        { title: `${said}报上名（人次）`, width: 18 },
        { title: '其中没学完', width: 12 },
        { title: '没学完的原因', width: 30 },
        { title: '说很有用（%）', width: 14 },
      ],
      cells: cells.map(({ regionCode, regionName, family, signedUp, unfinished, reasons, opinions }) => {
        const { useful, fair, no_help: noHelp } = opinions;
        const given = reasonsInOrder(reasons).map(
          ([reason, times]) => `${leavingReasonNames[reason]}${times}`,
        );
        const answered = useful + fair + noHelp;
        const share = answered === 0 ? '' : percentOf(useful, answered);
        return { regionCode, regionName, family, values: [signedUp, unfinished, given.join('、'), share] };
      }),
    };
  }

  private filterOf(
    actor: Actor,
    action: Action,
    { region, family }: PastDto,
    { from, until }: Pick<Period, 'from' | 'until'>,
  ): PastFilter {
    return { scope: actor.scope(action), from, until, today: dayOf(this.clock.now()), region, family };
  }
}
