import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { ApprovalRuleDto } from './approval.dto';
import { ApprovalService } from './approval.service';
import { ApprovalRuleView } from './approval.view';

@ApiTags('courses')
@ApiBearerAuth()
@Controller('approval-rule')
export class ApprovalController {
  constructor(@Inject(ApprovalService) private readonly approval: ApprovalService) {}

  /** Whether batches are submitted to the city before they open. */
  @May('courses.plan')
  @Get()
  read(@By() actor: Actor): Promise<ApprovalRuleView> {
    return this.approval.read(actor);
  }

  /** The city decides it for all its counties; batches that are open already stay open. */
  @May('batches.approve')
  @Put()
  decide(@By() actor: Actor, @Body() { isAsked }: ApprovalRuleDto): Promise<ApprovalRuleView> {
    return this.approval.decide(actor, isAsked);
  }
}
