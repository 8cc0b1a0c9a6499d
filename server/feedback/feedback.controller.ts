import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { AskedOnce, requestKey, type Asked } from '../enrolments/kept-answers';
import { anId } from '../http/id.pipe';
import { LeavingReasonDto, OpinionDto } from './feedback.dto';
import { FeedbackService } from './feedback.service';
import {
  AnswersView,
  FeedbackBatchView,
  FeedbackWomanView,
  HerFeedbackView,
  PastCountView,
} from './feedback.view';

@ApiTags('feedback')
@ApiBearerAuth()
@Controller()
export class FeedbackController {
  constructor(@Inject(FeedbackService) private readonly feedback: FeedbackService) {}

  /** Says what a course was to her. Her newest answer counts; the same one twice is one. */
  @May('feedback.tell')
  @Post('enrolments/:id/opinion')
  @HttpCode(200)
  @ApiHeader(requestKey)
  tellOpinion(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() said: OpinionDto,
    @AskedOnce() asked: Asked | undefined,
  ): Promise<AnswersView> {
    return this.feedback.tellOpinion(actor, id, said, asked);
  }

  /** Says why she left, or did not go to the end. */
  @May('feedback.tell')
  @Post('enrolments/:id/leaving-reason')
  @HttpCode(200)
  @ApiHeader(requestKey)
  tellReason(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() said: LeavingReasonDto,
    @AskedOnce() asked: Asked | undefined,
  ): Promise<AnswersView> {
    return this.feedback.tellReason(actor, id, said, asked);
  }

  /** What she may be asked of each of her courses, and what she has said. */
  @May('feedback.tell')
  @Get('women/:id/feedback')
  ofWoman(@By() actor: Actor, @Param('id', anId) id: string): Promise<HerFeedbackView[]> {
    return this.feedback.ofWoman(actor, id);
  }

  /** Batches in which women of the reader's region may be asked, the latest first. */
  @May('feedback.names')
  @Get('feedback/batches')
  batches(@By() actor: Actor): Promise<FeedbackBatchView[]> {
    return this.feedback.batches(actor);
  }

  /** How many said what of a batch, without names. */
  @May('feedback.count')
  @Get('batches/:id/feedback')
  countsOf(@By() actor: Actor, @Param('id', anId) id: string): Promise<PastCountView> {
    return this.feedback.countsOf(actor, id);
  }

  /** The women of a batch whom the reader serves, with what each said. */
  @May('feedback.names')
  @Get('batches/:id/feedback/women')
  womenOf(@By() actor: Actor, @Param('id', anId) id: string): Promise<FeedbackWomanView[]> {
    return this.feedback.womenOf(actor, id);
  }
}
