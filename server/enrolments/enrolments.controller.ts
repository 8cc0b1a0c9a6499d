import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { ForWomanDto } from '../courses/batches.dto';
import { IdDto } from '../http/id.dto';
import { ApplyDto } from './enrolments.dto';
import { EnrolmentsService } from './enrolments.service';
import { EnrolledWomanView, EnrolmentView, StandingView } from './enrolments.view';

@ApiTags('enrolments')
@ApiBearerAuth()
@Controller()
export class EnrolmentsController {
  constructor(@Inject(EnrolmentsService) private readonly enrolments: EnrolmentsService) {}

  /** Signs up. Asking twice changes nothing and answers the same. */
  @May('enrolments.apply')
  @Post('batches/:id/enrolments')
  @HttpCode(200)
  apply(@By() actor: Actor, @Param() { id }: IdDto, @Body() { womanId }: ApplyDto): Promise<StandingView> {
    return this.enrolments.apply(actor, id, womanId);
  }

  /** Where she stands in one batch, and what she may do. */
  @May('enrolments.apply')
  @Get('batches/:id/standing')
  standing(
    @By() actor: Actor,
    @Param() { id }: IdDto,
    @Query() { womanId }: ForWomanDto,
  ): Promise<StandingView> {
    return this.enrolments.standing(actor, id, womanId);
  }

  /** Everybody in a batch, for its county. */
  @May('enrolments.list')
  @Get('batches/:id/enrolments')
  ofBatch(@By() actor: Actor, @Param() { id }: IdDto): Promise<EnrolledWomanView[]> {
    return this.enrolments.ofBatch(actor, id);
  }

  /** All her courses. */
  @May('enrolments.read')
  @Get('women/:id/enrolments')
  ofWoman(@By() actor: Actor, @Param() { id }: IdDto): Promise<EnrolmentView[]> {
    return this.enrolments.ofWoman(actor, id);
  }

  /** Accepts an offer. */
  @May('enrolments.apply')
  @Post('enrolments/:id/acceptance')
  @HttpCode(200)
  accept(@By() actor: Actor, @Param() { id }: IdDto): Promise<StandingView> {
    return this.enrolments.answer(actor, id, 'accept');
  }

  /** Declines an offer; the seat goes to the next. */
  @May('enrolments.apply')
  @Post('enrolments/:id/declining')
  @HttpCode(200)
  decline(@By() actor: Actor, @Param() { id }: IdDto): Promise<StandingView> {
    return this.enrolments.answer(actor, id, 'decline');
  }

  /** Gives up, from any state that still goes on. */
  @May('enrolments.apply')
  @Post('enrolments/:id/giving-up')
  @HttpCode(200)
  giveUp(@By() actor: Actor, @Param() { id }: IdDto): Promise<StandingView> {
    return this.enrolments.giveUp(actor, id);
  }
}
