import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { RegionWomenDto } from './region-files.dto';
import { RegionFilesService } from './region-files.service';
import { RegionFileView, RegionWomenView } from './region-files.view';

@ApiTags('ledgers')
@ApiBearerAuth()
@Controller('region-files')
export class RegionFilesController {
  constructor(@Inject(RegionFilesService) private readonly files: RegionFilesService) {}

  /** The file of a village, township or county: its numbers, and a line for each region right below. */
  @May('ledgers.regionFile')
  @Get(':code')
  read(@By() actor: Actor, @Param('code') code: string): Promise<RegionFileView> {
    return this.files.read(actor, code);
  }

  /** The women behind one of its numbers. */
  @May('ledgers.regionNames')
  @Get(':code/women')
  women(
    @By() actor: Actor,
    @Param('code') code: string,
    @Query() asked: RegionWomenDto,
  ): Promise<RegionWomenView> {
    return this.files.women(actor, code, asked);
  }

  /** The file on paper; a village's lists its women, which is put on record. */
  @May('ledgers.regionFile')
  @Get(':code/paper')
  @ApiOkResponse({ description: 'A PDF', schema: { type: 'string', format: 'binary' } })
  paper(@By() actor: Actor, @Param('code') code: string): Promise<StreamableFile> {
    return this.files.paper(actor, code);
  }
}
