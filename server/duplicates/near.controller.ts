import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { CountNearDto, ListNearDto, LookDto, PartingDto } from './near.dto';
import { NearService } from './near.service';
import { NearCountView, NearFileView, NearPairsPageView } from './near.view';

@ApiTags('duplicates')
@ApiBearerAuth()
@Controller('near-pairs')
export class NearController {
  constructor(@Inject(NearService) private readonly near: NearService) {}

  /** Files that may be one woman, two by two, in the reader's region. */
  @May('women.merge')
  @Get()
  list(@By() actor: Actor, @Query() filter: ListNearDto): Promise<NearPairsPageView> {
    return this.near.list(actor, filter);
  }

  @May('women.merge')
  @Get('count')
  async count(@By() actor: Actor, @Query() filter: CountNearDto): Promise<NearCountView> {
    return { total: await this.near.count(actor, filter) };
  }

  /** Files near to a woman who is about to be entered. Writes nothing. */
  @May('women.merge')
  @Post('looks')
  @HttpCode(200)
  look(@By() actor: Actor, @Body() entry: LookDto): Promise<NearFileView[]> {
    return this.near.look(actor, entry);
  }

  /** These two files are two people. */
  @May('women.merge')
  @Post('partings')
  @HttpCode(204)
  part(@By() actor: Actor, @Body() both: PartingDto): Promise<void> {
    return this.near.part(actor, both);
  }
}
