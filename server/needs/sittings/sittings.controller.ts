import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { SittingDto, SittingEntryDto } from './sittings.dto';
import { SittingsService } from './sittings.service';
import { SittingEntryView, SittingView, WholeSittingView } from './sittings.view';

@ApiTags('needs')
@ApiBearerAuth()
@Controller('sittings')
export class SittingsController {
  constructor(@Inject(SittingsService) private readonly sittings: SittingsService) {}

  /** Sittings of the reader's region, the latest first. */
  @May('needs.sit')
  @Get()
  list(@By() actor: Actor): Promise<SittingView[]> {
    return this.sittings.list(actor);
  }

  /** One sitting with its women. */
  @May('needs.sit')
  @Get(':id')
  read(@By() actor: Actor, @Param('id', anId) id: string): Promise<WholeSittingView> {
    return this.sittings.read(actor, id);
  }

  /** Begins a sitting under an id made by whoever enters it; the same again changes nothing. */
  @May('needs.sit')
  @Put(':id')
  begin(@By() actor: Actor, @Param('id', anId) id: string, @Body() entry: SittingDto): Promise<SittingView> {
    return this.sittings.begin(actor, id, entry);
  }

  /** Enters one woman with her card, under an id of the entry's own: sent again, it is the same entry, with the card as it is now. */
  @May('needs.sit')
  @Put(':id/entries/:entryId')
  enter(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Param('entryId', anId) entryId: string,
    @Body() entry: SittingEntryDto,
  ): Promise<SittingEntryView> {
    return this.sittings.enter(actor, id, entryId, entry);
  }
}
