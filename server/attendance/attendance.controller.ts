import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { SendMarksDto, SessionsBetweenDto } from './attendance.dto';
import { AttendanceService } from './attendance.service';
import {
  BatchAttendanceView,
  MarksAnswerView,
  RosterView,
  SessionEvidenceView,
  TrainerSessionView,
} from './attendance.view';
import { MarksService } from './marks.service';

@ApiTags('attendance')
@ApiBearerAuth()
@Controller()
export class AttendanceController {
  constructor(
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
    @Inject(MarksService) private readonly marks: MarksService,
  ) {}

  /** The sessions of the trainer's own batches between two days. */
  @May('attendance.own')
  @Get('sessions')
  sessions(@By() actor: Actor, @Query() range: SessionsBetweenDto): Promise<TrainerSessionView[]> {
    return this.attendance.sessions(actor, range);
  }

  /** Who should be in a session. */
  @May('attendance.mark')
  @Get('sessions/:id/roster')
  roster(@By() actor: Actor, @Param('id', anId) id: string): Promise<RosterView> {
    return this.attendance.roster(actor, id);
  }

  /** Takes marks in, each by its own id. Sending the same ones again changes nothing. */
  @May('attendance.mark')
  @Post('attendance-marks')
  @HttpCode(200)
  async keep(@By() actor: Actor, @Body() sent: SendMarksDto): Promise<MarksAnswerView> {
    return { answers: await this.marks.keep(actor, sent) };
  }

  /** Every mark of a half day, with who made it, when and why, and the photographs of its sheets. */
  @May('attendance.read')
  @Get('sessions/:id/evidence')
  evidence(@By() actor: Actor, @Param('id', anId) id: string): Promise<SessionEvidenceView> {
    return this.attendance.evidence(actor, id);
  }

  /** Who came to a batch. */
  @May('attendance.read')
  @Get('batches/:id/attendance')
  ofBatch(@By() actor: Actor, @Param('id', anId) id: string): Promise<BatchAttendanceView> {
    return this.attendance.ofBatch(actor, id);
  }
}
