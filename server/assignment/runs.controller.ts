import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { IdDto } from '../http/id.dto';
import { OutcomesService } from './outcomes.service';
import { PublicationService } from './publication.service';
import { DraftRunDto, RunWomenDto } from './runs.dto';
import { RunsService } from './runs.service';
import { OutcomeAnswerView, RunView, RunWomenView } from './runs.view';

@ApiTags('assignment')
@ApiBearerAuth()
@Controller()
export class RunsController {
  constructor(
    @Inject(RunsService) private readonly runs: RunsService,
    @Inject(PublicationService) private readonly publication: PublicationService,
    @Inject(OutcomesService) private readonly outcomes: OutcomesService,
  ) {}

  /** Computes a dry run for a county; it replaces the last one that was not published. */
  @May('runs.draft')
  @Post('assignment-runs')
  async draft(@By() actor: Actor, @Body() { countyCode }: DraftRunDto): Promise<RunView> {
    return this.outcomes.view(await this.runs.draft(actor, countyCode));
  }

  /** The runs of the officer's county, the latest first. */
  @May('runs.read')
  @Get('assignment-runs')
  async list(@By() actor: Actor): Promise<RunView[]> {
    return Promise.all((await this.runs.list(actor)).map((run) => this.outcomes.view(run)));
  }

  @May('runs.read')
  @Get('assignment-runs/:id')
  async read(@By() actor: Actor, @Param() { id }: IdDto): Promise<RunView> {
    return this.outcomes.view(await this.runs.one(actor, id, 'runs.read'));
  }

  /** Every woman of a run with her reason. */
  @May('runs.read')
  @Get('assignment-runs/:id/women')
  women(@By() actor: Actor, @Param() { id }: IdDto, @Query() filter: RunWomenDto): Promise<RunWomenView> {
    return this.outcomes.womenOf(actor, id, filter);
  }

  /** Says that the dry run has been looked through. */
  @May('runs.publish')
  @Post('assignment-runs/:id/review')
  @HttpCode(200)
  async review(@By() actor: Actor, @Param() { id }: IdDto): Promise<RunView> {
    return this.outcomes.view(await this.publication.review(actor, id));
  }

  /** Makes the offers: all of them, or none. */
  @May('runs.publish')
  @Post('assignment-runs/:id/publication')
  @HttpCode(200)
  async publish(@By() actor: Actor, @Param() { id }: IdDto): Promise<RunView> {
    return this.outcomes.view(await this.publication.publish(actor, id));
  }

  /** What the last published run says to a woman. */
  @May('enrolments.read')
  @Get('women/:id/assignment')
  async latestFor(@By() actor: Actor, @Param() { id }: IdDto): Promise<OutcomeAnswerView> {
    return { outcome: await this.outcomes.latestFor(actor, id) };
  }
}
