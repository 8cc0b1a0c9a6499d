import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { CancellationDto, MoveSessionDto } from './timetable.dto';
import { TimetableService } from './timetable.service';
import { TimetableChangeView } from './timetable.view';

@ApiTags('enrolments')
@ApiBearerAuth()
@Controller()
export class TimetableController {
  constructor(@Inject(TimetableService) private readonly timetable: TimetableService) {}

  /** Holds a session at another time or place, and tells everyone who signed up. */
  @May('batches.move')
  @Put('sessions/:id/slot')
  move(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() entry: MoveSessionDto,
  ): Promise<TimetableChangeView> {
    return this.timetable.move(actor, id, entry);
  }

  /** Cancels a batch with its reason, and tells everyone who signed up. */
  @May('batches.cancel')
  @Post('batches/:id/cancellation')
  @HttpCode(200)
  cancel(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Body() entry: CancellationDto,
  ): Promise<TimetableChangeView> {
    return this.timetable.cancel(actor, id, entry);
  }
}
