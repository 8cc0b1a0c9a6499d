import { Body, Controller, Get, Inject, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { OrderLedgerDto } from './ledgers.dto';
import { LedgersService } from './ledgers.service';
import { LedgerView } from './ledgers.view';

@ApiTags('ledgers')
@ApiBearerAuth()
@Controller('ledgers')
export class LedgersController {
  constructor(@Inject(LedgersService) private readonly ledgers: LedgersService) {}

  /** Orders a ledger of a village, township or county; this is what is put on record. */
  @May('ledgers.order')
  @Post()
  order(@By() actor: Actor, @Body() asked: OrderLedgerDto): Promise<LedgerView> {
    return this.ledgers.order(actor, asked);
  }

  /** Ledgers that were ordered in the reader's region, the latest first. */
  @May('ledgers.order')
  @Get()
  list(@By() actor: Actor): Promise<LedgerView[]> {
    return this.ledgers.list(actor);
  }

  /** A ledger as a workbook, within an hour, for whoever ordered it. */
  @May('ledgers.order')
  @Get(':id/workbook')
  @ApiOkResponse({ description: 'An .xlsx', schema: { type: 'string', format: 'binary' } })
  take(@By() actor: Actor, @Param('id', anId) id: string): Promise<StreamableFile> {
    return this.ledgers.take(actor, id);
  }
}
