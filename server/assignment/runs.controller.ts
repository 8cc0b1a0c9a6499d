import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import type { Season } from '../calendar/seasons.rules';
import { anId } from '../http/id.pipe';
import { OutcomesService } from './outcomes.service';
import { PublicationService } from './publication.service';
import { RunSheetService } from './run-sheet.service';
import { RunViewsService } from './run-views.service';
import { BoardDto, DraftingOfDto, DraftRunDto, RunWomenDto } from './runs.dto';
import { RunsService } from './runs.service';
import {
  BoardVillageView,
  DraftingView,
  OutcomeAnswerView,
  RunSummaryView,
  RunView,
  RunWomenView,
  UnmetView,
} from './runs.view';

@ApiTags('assignment')
@ApiBearerAuth()
@Controller()
export class RunsController {
  constructor(
    @Inject(RunsService) private readonly runs: RunsService,
    @Inject(RunViewsService) private readonly views: RunViewsService,
    @Inject(PublicationService) private readonly publication: PublicationService,
    @Inject(OutcomesService) private readonly outcomes: OutcomesService,
    @Inject(RunSheetService) private readonly sheets: RunSheetService,
  ) {}

  /** Computes a dry run for a county or the city; it replaces the season's last one that was not published. */
  @May('runs.draft')
  @Post('assignment-runs')
  async draft(@By() actor: Actor, @Body() { regionCode, season }: DraftRunDto): Promise<DraftingView> {
    return this.views.drafting(actor, await this.runs.draft(actor, regionCode, season as Season));
  }

  /** How far a dry run is; the run itself once it is done. */
  @May('runs.draft')
  @Get('assignment-runs/drafting')
  async drafting(@By() actor: Actor, @Query() { region, season }: DraftingOfDto): Promise<DraftingView> {
    return this.views.drafting(actor, await this.runs.draftingOf(actor, region, season as Season));
  }

  /** The runs of the officer's county, and those of the city, the latest first. */
  @May('runs.read')
  @Get('assignment-runs')
  list(@By() actor: Actor): Promise<RunSummaryView[]> {
    return this.views.summaries(actor);
  }

  @May('runs.read')
  @Get('assignment-runs/:id')
  async read(@By() actor: Actor, @Param('id', anId) id: string): Promise<RunView> {
    return this.views.run(actor, await this.runs.one(actor, id, 'runs.read'));
  }

  /** Every woman of a run with her reason. */
  @May('runs.names')
  @Get('assignment-runs/:id/women')
  women(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Query() filter: RunWomenDto,
  ): Promise<RunWomenView> {
    return this.outcomes.womenOf(actor, id, filter);
  }

  /** The same as a workbook; the export is put on record. */
  @May('runs.names')
  @Get('assignment-runs/:id/sheet')
  @ApiOkResponse({ description: 'An .xlsx', schema: { type: 'string', format: 'binary' } })
  sheet(@By() actor: Actor, @Param('id', anId) id: string): Promise<StreamableFile> {
    return this.sheets.sheet(actor, id);
  }

  /** The needs that the run leaves open, by township and by what is wanted. */
  @May('runs.read')
  @Get('assignment-runs/:id/unmet')
  unmet(@By() actor: Actor, @Param('id', anId) id: string): Promise<UnmetView[]> {
    return this.outcomes.unmet(actor, id);
  }

  /** Who goes to which batch, village by village, with shortened names: to hang on the village's board. */
  @May('runs.names')
  @Get('assignment-runs/:id/board')
  board(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Query() { region }: BoardDto,
  ): Promise<BoardVillageView[]> {
    return this.outcomes.board(actor, id, region);
  }

  /** Says that the dry run has been looked through. */
  @May('runs.publish')
  @Post('assignment-runs/:id/review')
  @HttpCode(200)
  async review(@By() actor: Actor, @Param('id', anId) id: string): Promise<RunView> {
    return this.views.run(actor, await this.publication.review(actor, id));
  }

  /** Makes the offers: all of them, or none. */
  @May('runs.publish')
  @Post('assignment-runs/:id/publication')
  @HttpCode(200)
  async publish(@By() actor: Actor, @Param('id', anId) id: string): Promise<RunView> {
    return this.views.run(actor, await this.publication.publish(actor, id));
  }

  /** What the last published run says to a woman. */
  @May('enrolments.read')
  @Get('women/:id/assignment')
  async latestFor(@By() actor: Actor, @Param('id', anId) id: string): Promise<OutcomeAnswerView> {
    return { outcome: await this.outcomes.latestFor(actor, id) };
  }
}
