import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { RetirementDto } from '../trainers/trainers.dto';
import { VenueDto } from './venues.dto';
import { VenuesService } from './venues.service';
import { VenueFileView } from './venues.view';

@ApiTags('courses')
@ApiBearerAuth()
@Controller('venues')
export class VenuesController {
  constructor(@Inject(VenuesService) private readonly venues: VenuesService) {}

  /** The places of the officer's region, those that retired as well. */
  @May('courses.plan')
  @Get()
  list(@By() actor: Actor): Promise<VenueFileView[]> {
    return this.venues.list(actor);
  }

  /** Adds a place where courses can be held. */
  @May('venues.add')
  @Post()
  add(@By() actor: Actor, @Body() entry: VenueDto): Promise<VenueFileView> {
    return this.venues.add(actor, entry);
  }

  /** Changes what is known of it. */
  @May('venues.add')
  @Put(':id')
  change(@By() actor: Actor, @Param('id', anId) id: string, @Body() entry: VenueDto): Promise<VenueFileView> {
    return this.venues.change(actor, id, entry);
  }

  /** It is used no more, or again. */
  @May('venues.add')
  @Post(':id/retirement')
  @HttpCode(200)
  retire(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() { isRetired }: RetirementDto,
  ): Promise<VenueFileView> {
    return this.venues.retire(actor, id, isRetired);
  }
}
