import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { OpenBatchDto } from '../batches.dto';
import { BatchView } from '../batches.view';
import { StepDto } from './plans.dto';
import { PlansService } from './plans.service';
import { BatchPlanView } from './plans.view';
import { StepsService } from './steps.service';

@ApiTags('courses')
@ApiBearerAuth()
@Controller('batch-plans')
export class PlansController {
  constructor(
    @Inject(PlansService) private readonly plans: PlansService,
    @Inject(StepsService) private readonly steps: StepsService,
  ) {}

  /** Batches that are planned, submitted or approved, in the officer's region. */
  @May('courses.plan')
  @Get()
  list(@By() actor: Actor): Promise<BatchView[]> {
    return this.steps.onTheirWay(actor);
  }

  /** Plans a batch; nobody but the office sees it yet. */
  @May('batches.open')
  @Post()
  async plan(@By() actor: Actor, @Body() plan: OpenBatchDto): Promise<BatchPlanView> {
    return this.steps.read(actor, await this.plans.lay(actor, plan, 'planned'));
  }

  /** A batch of any state with what the office may do with it. */
  @May('courses.plan')
  @Get(':id')
  read(@By() actor: Actor, @Param('id', anId) id: string): Promise<BatchPlanView> {
    return this.steps.read(actor, id);
  }

  /** Changes a batch while it is planned. */
  @May('batches.open')
  @Put(':id')
  async change(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() plan: OpenBatchDto,
  ): Promise<BatchPlanView> {
    await this.plans.change(actor, id, plan);
    return this.steps.read(actor, id);
  }

  /** The next step: submitted, approved or sent back, opened, closed early. */
  @May('courses.plan')
  @Post(':id/steps')
  @HttpCode(200)
  take(@By() actor: Actor, @Param('id', anId) id: string, @Body() step: StepDto): Promise<BatchPlanView> {
    return this.steps.take(actor, id, step);
  }
}
