import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { RetirementDto, TrainerDto } from './trainers.dto';
import { TrainersService } from './trainers.service';
import { TrainerFileView } from './trainers.view';

@ApiTags('courses')
@ApiBearerAuth()
@Controller('trainers')
export class TrainersController {
  constructor(@Inject(TrainersService) private readonly trainers: TrainersService) {}

  /** The trainers of the officer's region, those who retired as well. */
  @May('courses.plan')
  @Get()
  list(@By() actor: Actor): Promise<TrainerFileView[]> {
    return this.trainers.list(actor);
  }

  /** Adds a trainer of the officer's county. */
  @May('trainers.keep')
  @Post()
  add(@By() actor: Actor, @Body() entry: TrainerDto): Promise<TrainerFileView> {
    return this.trainers.add(actor, entry);
  }

  /** Changes what is known of her. */
  @May('trainers.keep')
  @Put(':id')
  change(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() entry: TrainerDto,
  ): Promise<TrainerFileView> {
    return this.trainers.change(actor, id, entry);
  }

  /** She teaches no more, or again. */
  @May('trainers.keep')
  @Post(':id/retirement')
  @HttpCode(200)
  retire(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() { isRetired }: RetirementDto,
  ): Promise<TrainerFileView> {
    return this.trainers.retire(actor, id, isRetired);
  }
}
