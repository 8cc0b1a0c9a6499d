import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { PinDto, PublishDto, SaveArticleDto, WriteArticleDto } from './articles.dto';
import { ArticlesService } from './articles.service';
import { PublicationsService } from './publications.service';
import { DeskService } from './reviews/desk.service';
import { DraftDeskView } from './reviews/reviews.view';
import { DraftView } from './articles.view';
import { UnsavedService } from './unsaved.service';

@ApiTags('articles')
@ApiBearerAuth()
@Controller()
export class ArticlesController {
  constructor(
    @Inject(ArticlesService) private readonly articles: ArticlesService,
    @Inject(PublicationsService) private readonly publications: PublicationsService,
    @Inject(DeskService) private readonly desk: DeskService,
    @Inject(UnsavedService) private readonly unsaved: UnsavedService,
  ) {}

  /** What the reader's office works on. */
  @May('articles.write')
  @Get('drafts')
  drafts(@By() actor: Actor): Promise<DraftView[]> {
    return this.articles.drafts(actor);
  }

  @May('articles.write')
  @Post('articles')
  write(@By() actor: Actor, @Body() entry: WriteArticleDto): Promise<DraftView> {
    return this.articles.write(actor, entry);
  }

  /** Saves a new revision, unless somebody else saved one meanwhile. */
  @May('articles.write')
  @Put('articles/:id')
  save(@By() actor: Actor, @Param('id', anId) id: string, @Body() entry: SaveArticleDto): Promise<DraftView> {
    return this.articles.save(actor, id, entry);
  }

  /** Keeps what she types, unless somebody else saved a revision meanwhile: then she is told at once. */
  @May('articles.write')
  @Put('articles/:id/unsaved')
  @HttpCode(204)
  async keep(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() entry: SaveArticleDto,
  ): Promise<void> {
    await this.unsaved.keep(actor, id, entry);
  }

  /** Brings out what three people have passed, now or at a time. */
  @May('articles.publish')
  @Post('articles/:id/publication')
  @HttpCode(200)
  async publish(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() { at }: PublishDto,
  ): Promise<DraftDeskView> {
    await this.publications.publish(actor, id, at === undefined ? undefined : new Date(at));
    return this.desk.open(actor, id);
  }

  /** Takes it away from readers at once. */
  @May('articles.publish')
  @Post('articles/:id/withdrawal')
  @HttpCode(200)
  async withdraw(@By() actor: Actor, @Param('id', anId) id: string): Promise<DraftDeskView> {
    await this.publications.withdraw(actor, id);
    return this.desk.open(actor, id);
  }

  /** Puts it above all others, or back among them. */
  @May('articles.publish')
  @Put('articles/:id/pin')
  async pin(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() { isPinned }: PinDto,
  ): Promise<DraftDeskView> {
    await this.publications.pin(actor, id, isPinned);
    return this.desk.open(actor, id);
  }
}
