import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { MergeDto } from './merges.dto';
import { MergePreviewsService } from './merge-previews.service';
import { MergesService } from './merges.service';
import { MergePreviewView, MergeView, PastMergeView, viewMerge } from './merges.view';

@ApiTags('duplicates')
@ApiBearerAuth()
@Controller('merges')
export class MergesController {
  constructor(
    @Inject(MergesService) private readonly merges: MergesService,
    @Inject(MergePreviewsService) private readonly previews: MergePreviewsService,
  ) {}

  /** The latest merges of the reader's region. */
  @May('women.merge')
  @Get()
  list(@By() actor: Actor): Promise<PastMergeView[]> {
    return this.previews.list(actor);
  }

  /** What a merge would do. Writes nothing. */
  @May('women.merge')
  @Post('previews')
  @HttpCode(200)
  preview(@By() actor: Actor, @Body() { keptId, mergedId }: MergeDto): Promise<MergePreviewView> {
    return this.previews.preview(actor, keptId, mergedId);
  }

  /** Makes two files of one woman one: all that belongs to the second goes to the first. */
  @May('women.merge')
  @Post()
  async merge(@By() actor: Actor, @Body() { keptId, mergedId }: MergeDto): Promise<MergeView> {
    return viewMerge(await this.merges.merge(actor, keptId, mergedId));
  }

  /** They are two women after all: each file has its own again, but for seats that went on to others. */
  @May('women.merge')
  @Post(':id/undoing')
  @HttpCode(200)
  async undo(@By() actor: Actor, @Param('id', anId) id: string): Promise<MergeView> {
    return viewMerge(await this.merges.undo(actor, id));
  }
}
