import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May, Open } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { BoardDto } from './boards.dto';
import { BoardsService } from './boards.service';

const aPdf = { description: 'A PDF', schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('articles')
@ApiBearerAuth()
@Controller()
export class BoardsController {
  constructor(@Inject(BoardsService) private readonly boards: BoardsService) {}

  /** The board of a village for a month, to be printed. */
  @May('boards.print')
  @Get('village-boards/paper')
  @ApiOkResponse(aPdf)
  board(@By() actor: Actor, @Query() asked: BoardDto): Promise<StreamableFile> {
    return this.boards.board(actor, asked);
  }

  /** A published article as a poster with its code. */
  @Open()
  @Get('articles/:id/poster')
  @ApiOkResponse(aPdf)
  poster(@Param('id', anId) id: string): Promise<StreamableFile> {
    return this.boards.poster(id);
  }
}
