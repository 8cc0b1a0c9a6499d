import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { TasksService } from './tasks.service';
import { TaskView } from './tasks.view';

@ApiTags('notices')
@ApiBearerAuth()
@Controller('tasks')
export class TasksController {
  constructor(@Inject(TasksService) private readonly tasks: TasksService) {}

  /** What she has to do, the open ones first. */
  @May('tasks.own')
  @Get()
  list(@By() actor: Actor): Promise<TaskView[]> {
    return this.tasks.list(actor);
  }
}
