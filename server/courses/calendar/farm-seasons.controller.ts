import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { FarmSeasonsDto } from './farm-seasons.dto';
import { FarmSeasonsService } from './farm-seasons.service';
import { FarmSeasonsView } from './farm-seasons.view';

@ApiTags('courses')
@ApiBearerAuth()
@Controller('farm-seasons')
export class FarmSeasonsController {
  constructor(@Inject(FarmSeasonsService) private readonly seasons: FarmSeasonsService) {}

  /** When the farms of the officer's county keep its women busy. */
  @May('farmSeasons.keep')
  @Get()
  read(@By() actor: Actor): Promise<FarmSeasonsView> {
    return this.seasons.read(actor);
  }

  /** Keeps them, in place of those before. */
  @May('farmSeasons.keep')
  @Put()
  keep(@By() actor: Actor, @Body() { seasons }: FarmSeasonsDto): Promise<FarmSeasonsView> {
    return this.seasons.keep(actor, seasons);
  }
}
