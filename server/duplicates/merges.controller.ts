import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { MergeDto } from './merges.dto';
import { MergesService } from './merges.service';
import { MergeView, viewMerge } from './merges.view';

@ApiTags('duplicates')
@ApiBearerAuth()
@Controller('merges')
export class MergesController {
  constructor(@Inject(MergesService) private readonly merges: MergesService) {}

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
