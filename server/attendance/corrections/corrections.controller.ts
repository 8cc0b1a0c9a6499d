import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { CorrectionDecisionDto } from './corrections.dto';
import { CorrectionsService } from './corrections.service';
import { CorrectionView } from './corrections.view';

@ApiTags('attendance')
@ApiBearerAuth()
@Controller('attendance-corrections')
export class CorrectionsController {
  constructor(@Inject(CorrectionsService) private readonly corrections: CorrectionsService) {}

  /** Marks that came after their batch was closed, and wait for a second person. */
  @May('attendance.confirm')
  @Get()
  waiting(@By() actor: Actor): Promise<CorrectionView[]> {
    return this.corrections.waiting(actor);
  }

  /** The second person's word; the id is the mark's. */
  @May('attendance.confirm')
  @Post(':id/decision')
  @HttpCode(204)
  decide(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() { isConfirmed }: CorrectionDecisionDto,
  ): Promise<void> {
    return this.corrections.decide(actor, id, isConfirmed);
  }
}
