import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { SaveArticleDto, WriteArticleDto } from './articles.dto';
import { ArticlesService } from './articles.service';
import { DraftView } from './articles.view';

@ApiTags('articles')
@ApiBearerAuth()
@Controller()
export class ArticlesController {
  constructor(@Inject(ArticlesService) private readonly articles: ArticlesService) {}

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

  @May('articles.publish')
  @Post('articles/:id/publication')
  @HttpCode(200)
  publish(@By() actor: Actor, @Param('id', anId) id: string): Promise<DraftView> {
    return this.articles.publish(actor, id);
  }

  /** Takes it away from readers at once. */
  @May('articles.publish')
  @Post('articles/:id/withdrawal')
  @HttpCode(200)
  withdraw(@By() actor: Actor, @Param('id', anId) id: string): Promise<DraftView> {
    return this.articles.withdraw(actor, id);
  }
}
