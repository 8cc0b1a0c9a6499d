import { Body, Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { RunViewsService } from '../run-views.service';
import { DraftingView } from '../runs.view';
import { DecisionDto, TrialDto } from './decisions.dto';
import { DecisionsService } from './decisions.service';
import { TrialView } from './decisions.view';

@ApiTags('assignment')
@ApiBearerAuth()
@Controller('assignment-runs/:id')
export class DecisionsController {
  constructor(
    @Inject(DecisionsService) private readonly decisions: DecisionsService,
    @Inject(RunViewsService) private readonly views: RunViewsService,
  ) {}

  /** What a pin, a bar or a waived minimum would change, held against the last dry run. Nothing is kept. */
  @May('runs.decide')
  @Post('trials')
  @HttpCode(200)
  tryOut(@By() actor: Actor, @Param('id', anId) id: string, @Body() proposed: TrialDto): Promise<TrialView> {
    return this.decisions.tryOut(actor, id, proposed);
  }

  /** Keeps a decision with its reason, and computes the dry run again. */
  @May('runs.decide')
  @Post('decisions')
  async decide(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() decision: DecisionDto,
  ): Promise<DraftingView> {
    return this.views.drafting(actor, await this.decisions.decide(actor, id, decision));
  }

  /** Takes a decision back, and computes the dry run again. */
  @May('runs.decide')
  @Delete('decisions/:decisionId')
  async withdraw(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Param('decisionId', anId) decisionId: string,
  ): Promise<DraftingView> {
    return this.views.drafting(actor, await this.decisions.withdraw(actor, id, decisionId));
  }
}
