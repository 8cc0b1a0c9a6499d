import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { DeskService } from './desk.service';
import { CompareDto, RemarkAnswerDto, RemarkDto, ReviewDto, SubmissionDto } from './reviews.dto';
import { ReviewsService } from './reviews.service';
import { ComparisonView, DraftDeskView, RevisionView } from './reviews.view';

@ApiTags('articles')
@ApiBearerAuth()
@Controller()
export class ReviewsController {
  constructor(
    @Inject(ReviewsService) private readonly reviews: ReviewsService,
    @Inject(DeskService) private readonly desk: DeskService,
  ) {}

  /** An article on its editors' desk. */
  @May('articles.write')
  @Get('drafts/:id')
  open(@By() actor: Actor, @Param('id', anId) id: string): Promise<DraftDeskView> {
    return this.desk.open(actor, id);
  }

  /** Every revision that is kept. */
  @May('articles.write')
  @Get('drafts/:id/revisions')
  revisions(@By() actor: Actor, @Param('id', anId) id: string): Promise<RevisionView[]> {
    return this.desk.revisions(actor, id);
  }

  /** Two revisions, one beside the other. */
  @May('articles.write')
  @Get('drafts/:id/comparison')
  compare(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Query() { from, to }: CompareDto,
  ): Promise<ComparisonView> {
    return this.desk.compare(actor, id, from, to);
  }

  /** Gives the newest revision to the first reviewer. */
  @May('articles.write')
  @Post('articles/:id/submission')
  @HttpCode(200)
  async submit(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() { revision }: SubmissionDto,
  ): Promise<DraftDeskView> {
    await this.reviews.submit(actor, id, revision);
    return this.desk.open(actor, id);
  }

  /** Back from the reviews, to be written on. */
  @May('articles.write')
  @Post('articles/:id/taking-back')
  @HttpCode(200)
  async takeBack(@By() actor: Actor, @Param('id', anId) id: string): Promise<DraftDeskView> {
    await this.reviews.takeBack(actor, id);
    return this.desk.open(actor, id);
  }

  /** One reviewer's word. */
  @May('articles.review')
  @Post('articles/:id/reviews')
  @HttpCode(200)
  async review(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() entry: ReviewDto,
  ): Promise<DraftDeskView> {
    await this.reviews.review(actor, id, entry);
    return this.desk.open(actor, id);
  }

  /** A comment on a block, or other words proposed in it. */
  @May('articles.review')
  @Post('articles/:id/remarks')
  @HttpCode(200)
  async remark(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() entry: RemarkDto,
  ): Promise<DraftDeskView> {
    await this.reviews.remark(actor, id, entry);
    return this.desk.open(actor, id);
  }

  /** What becomes of a remark. */
  @May('articles.write')
  @Post('article-remarks/:id/answer')
  @HttpCode(200)
  async answer(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() { answer }: RemarkAnswerDto,
  ): Promise<DraftDeskView> {
    return this.desk.open(actor, await this.reviews.answer(actor, id, answer));
  }
}
