import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { ListCallsDto, TellDto } from './calls.dto';
import { CallsService } from './calls.service';
import { CallListView } from './calls.view';

@ApiTags('calls')
@ApiBearerAuth()
@Controller('calls')
export class CallsController {
  constructor(@Inject(CallsService) private readonly calls: CallsService) {}

  /** Whom neither WeChat nor SMS reached, with what to say; and whom no call reached, for the village board. */
  @May('calls.read')
  @Get()
  list(@By() actor: Actor, @Query() query: ListCallsDto): Promise<CallListView> {
    return this.calls.list(actor, query);
  }

  /** What came of it. */
  @May('calls.tell')
  @Post(':id/results')
  @HttpCode(204)
  tell(@By() actor: Actor, @Param('id', anId) id: string, @Body() entry: TellDto): Promise<void> {
    return this.calls.tell(actor, id, entry);
  }
}
