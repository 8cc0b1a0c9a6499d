import { Controller, Get, Inject, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { DemandDto, DemandWomenDto } from './board.dto';
import { BoardService } from './board.service';
import { DemandMonthView, DemandView, DemandWomanView } from './board.view';

@ApiTags('needs')
@ApiBearerAuth()
@Controller('demand')
export class BoardController {
  constructor(@Inject(BoardService) private readonly board: BoardService) {}

  /** The demand board: how many women want what, and where. */
  @May('needs.demand')
  @Get()
  demand(@By() actor: Actor, @Query() filter: DemandDto): Promise<DemandView> {
    return this.board.demand(actor, filter);
  }

  /** The same by months: how many have time when. */
  @May('needs.demand')
  @Get('months')
  months(@By() actor: Actor, @Query() filter: DemandDto): Promise<DemandMonthView[]> {
    return this.board.months(actor, filter);
  }

  /** The board as an Excel workbook, without names. The export is put on record. */
  @May('needs.demand')
  @Get('workbook')
  @ApiOkResponse({ description: 'An .xlsx', schema: { type: 'string', format: 'binary' } })
  workbook(@By() actor: Actor, @Query() filter: DemandDto): Promise<StreamableFile> {
    return this.board.workbook(actor, filter);
  }

  /** The women behind one number of the board. */
  @May('needs.demandNames')
  @Get('women')
  women(@By() actor: Actor, @Query() filter: DemandWomenDto): Promise<DemandWomanView[]> {
    return this.board.women(actor, filter);
  }
}
