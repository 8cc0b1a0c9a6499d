import { Body, Controller, Get, HttpCode, Inject, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { HoldingsService } from './holdings.service';
import { ConsentDto, ErasureDto } from './rights.dto';
import { RightsService } from './rights.service';
import { ConsentView, HoldingView } from './rights.view';

@ApiTags('rights')
@ApiBearerAuth()
@Controller('women/:id')
export class RightsController {
  constructor(
    @Inject(RightsService) private readonly rights: RightsService,
    @Inject(HoldingsService) private readonly holdings: HoldingsService,
  ) {}

  /** What she may agree to, what holds now, and every yes and no. */
  @May('women.rights')
  @Get('consents')
  consents(@By() actor: Actor, @Param('id', anId) id: string): Promise<ConsentView[]> {
    return this.rights.consents(actor, id);
  }

  /** She agrees, or takes it back: herself, or on paper by her helper. */
  @May('women.rights')
  @Post('consents')
  @HttpCode(200)
  consent(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() said: ConsentDto,
  ): Promise<ConsentView[]> {
    return this.rights.consent(actor, id, said);
  }

  /** All that is kept of her. */
  @May('women.rights')
  @Get('holdings')
  all(@By() actor: Actor, @Param('id', anId) id: string): Promise<HoldingView[]> {
    return this.holdings.all(actor, id);
  }

  /** The same as a file. */
  @May('women.rights')
  @Get('holdings/file')
  @ApiOkResponse({ description: 'An .xlsx', schema: { type: 'string', format: 'binary' } })
  file(@By() actor: Actor, @Param('id', anId) id: string): Promise<StreamableFile> {
    return this.holdings.file(actor, id);
  }

  /** Forgets who she is. It cannot be taken back. */
  @May('women.rights')
  @Post('erasure')
  @HttpCode(204)
  erase(@By() actor: Actor, @Param('id', anId) id: string, @Body() asked: ErasureDto): Promise<void> {
    return this.rights.erase(actor, id, asked);
  }
}
