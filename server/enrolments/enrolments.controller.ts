import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { CapacityDto, ForWomanDto } from '../courses/batches.dto';
import { anId } from '../http/id.pipe';
import { CapacityService } from './capacity.service';
import { ApplyDto, RemovalDto } from './enrolments.dto';
import { EnrolmentsService } from './enrolments.service';
import { CapacityView, EnrolledWomanView, EnrolmentView, StandingView } from './enrolments.view';
import { AskedOnce, requestKey, type Asked } from './kept-answers';

@ApiTags('enrolments')
@ApiBearerAuth()
@Controller()
export class EnrolmentsController {
  constructor(
    @Inject(EnrolmentsService) private readonly enrolments: EnrolmentsService,
    @Inject(CapacityService) private readonly capacity: CapacityService,
  ) {}

  /** Signs up. Asking twice changes nothing and answers the same. */
  @May('enrolments.apply')
  @Post('batches/:id/enrolments')
  @HttpCode(200)
  @ApiHeader(requestKey)
  apply(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() { womanId }: ApplyDto,
    @AskedOnce() asked: Asked | undefined,
  ): Promise<StandingView> {
    return this.enrolments.apply(actor, id, womanId, asked);
  }

  /** Where she stands in one batch, and what she may do. */
  @May('enrolments.apply')
  @Get('batches/:id/standing')
  standing(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Query() { womanId }: ForWomanDto,
  ): Promise<StandingView> {
    return this.enrolments.standing(actor, id, womanId);
  }

  /** Everybody in a batch, for its county. */
  @May('enrolments.list')
  @Get('batches/:id/enrolments')
  ofBatch(@By() actor: Actor, @Param('id', anId) id: string): Promise<EnrolledWomanView[]> {
    return this.enrolments.ofBatch(actor, id);
  }

  /** All her courses. */
  @May('enrolments.read')
  @Get('women/:id/enrolments')
  ofWoman(@By() actor: Actor, @Param('id', anId) id: string): Promise<EnrolmentView[]> {
    return this.enrolments.ofWoman(actor, id);
  }

  /** Accepts an offer. */
  @May('enrolments.apply')
  @Post('enrolments/:id/acceptance')
  @HttpCode(200)
  @ApiHeader(requestKey)
  accept(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @AskedOnce() asked: Asked | undefined,
  ): Promise<StandingView> {
    return this.enrolments.answer(actor, id, 'accept', asked);
  }

  /** Declines an offer; the seat goes to the next. */
  @May('enrolments.apply')
  @Post('enrolments/:id/declining')
  @HttpCode(200)
  @ApiHeader(requestKey)
  decline(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @AskedOnce() asked: Asked | undefined,
  ): Promise<StandingView> {
    return this.enrolments.answer(actor, id, 'decline', asked);
  }

  /** Gives up, from any state that still goes on. */
  @May('enrolments.apply')
  @Post('enrolments/:id/giving-up')
  @HttpCode(200)
  @ApiHeader(requestKey)
  giveUp(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @AskedOnce() asked: Asked | undefined,
  ): Promise<StandingView> {
    return this.enrolments.giveUp(actor, id, asked);
  }

  /** A helper or an officer takes her out of the batch; the seat goes to the next. */
  @May('enrolments.remove')
  @Post('enrolments/:id/removal')
  @HttpCode(200)
  @ApiHeader(requestKey)
  remove(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() { reason }: RemovalDto,
    @AskedOnce() asked: Asked | undefined,
  ): Promise<StandingView> {
    return this.enrolments.remove(actor, id, reason, asked);
  }

  /** More or fewer seats. More are offered at once to those who wait; fewer throw nobody out. */
  @May('batches.resize')
  @Put('batches/:id/capacity')
  resize(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() change: CapacityDto,
  ): Promise<CapacityView> {
    return this.capacity.resize(actor, id, change);
  }
}
