import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May, Open, Perhaps } from '../access/marks';
import { anId } from '../http/id.pipe';
import { BusyDto, ForWomanDto, ListBatchesDto, OpenBatchDto } from './batches.dto';
import { BatchesService } from './batches.service';
import { BatchView, BusySlotView, PlanningView } from './batches.view';
import { ChoicesService } from './choices.service';

@ApiTags('courses')
@ApiBearerAuth()
@Controller()
export class BatchesController {
  constructor(
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(ChoicesService) private readonly fromWhich: ChoicesService,
  ) {}

  /** Batches anybody may look at; a woman with a need card sees first what suits her. */
  @Open()
  @Get('batches')
  list(@Perhaps() actor: Actor | undefined, @Query() filter: ListBatchesDto): Promise<BatchView[]> {
    return this.batches.list(actor, filter);
  }

  /** One batch. */
  @Open()
  @Get('batches/:id')
  read(
    @Perhaps() actor: Actor | undefined,
    @Param('id', anId) id: string,
    @Query() { womanId }: ForWomanDto,
  ): Promise<BatchView> {
    return this.batches.read(id, actor, womanId);
  }

  /** Opens a batch for sign-up. */
  @May('batches.open')
  @Post('batches')
  open(@By() actor: Actor, @Body() plan: OpenBatchDto): Promise<BatchView> {
    return this.batches.open(actor, plan);
  }

  /** Courses, trainers and venues to choose from when a batch is opened. */
  @May('courses.plan')
  @Get('planning')
  choices(@By() actor: Actor): Promise<PlanningView> {
    return this.fromWhich.choices(actor);
  }

  /** When a trainer and a venue are given away already. */
  @May('courses.plan')
  @Get('planning/busy')
  busy(@By() actor: Actor, @Query() asked: BusyDto): Promise<BusySlotView[]> {
    return this.fromWhich.busy(actor, asked);
  }
}
