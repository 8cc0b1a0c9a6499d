import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { ListRecordsDto } from './records.dto';
import { RecordsService } from './records.service';
import { RecordsPageView } from './records.view';

@ApiTags('records')
@ApiBearerAuth()
@Controller('records')
export class RecordsController {
  constructor(@Inject(RecordsService) private readonly records: RecordsService) {}

  /** Deeds in the auditor's region, the latest first. */
  @May('records.read')
  @Get()
  list(@By() actor: Actor, @Query() filter: ListRecordsDto): Promise<RecordsPageView> {
    return this.records.list(actor, filter);
  }
}
