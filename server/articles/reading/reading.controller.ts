import { Controller, Get, HttpCode, Inject, Ip, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { sent } from '../../http/prepared';
import { ArticleSummaryView, ArticleView } from '../articles.view';
import { ListArticlesDto } from './reading.dto';
import { ReadingService } from './reading.service';
import { ReadsService } from './reads.service';

@ApiTags('articles')
@Controller('articles')
export class ReadingController {
  constructor(
    @Inject(ReadingService) private readonly reading: ReadingService,
    @Inject(ReadsService) private readonly reads: ReadsService,
  ) {}

  /** Published articles and stories. It has a strong ETag: what has not changed is answered with 304. */
  @Open()
  @Get()
  @ApiOkResponse({ type: [ArticleSummaryView] })
  async list(
    @Query() filter: ListArticlesDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return sent(await this.reading.list(filter), request, reply);
  }

  /** One published article, with a strong ETag. */
  @Open()
  @Get(':id')
  @ApiOkResponse({ type: ArticleView })
  async read(
    @Param('id', anId) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    return sent(await this.reading.read(id), request, reply);
  }

  /** Somebody has opened the article. Who, is neither asked nor kept. */
  @Open()
  @Post(':id/reads')
  @HttpCode(204)
  async count(@Param('id', anId) id: string, @Ip() address: string): Promise<void> {
    await this.reads.count(id, address);
  }
}
