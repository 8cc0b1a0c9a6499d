import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { CheckInDto } from './check-ins.dto';
import { CheckInsService } from './check-ins.service';
import { CheckedInView, CheckInCodeView } from './check-ins.view';

@ApiTags('attendance')
@ApiBearerAuth()
@Controller()
export class CheckInsController {
  constructor(@Inject(CheckInsService) private readonly checkIns: CheckInsService) {}

  /** The code of this moment for the trainer's screen. */
  @May('attendance.mark')
  @Get('sessions/:id/code')
  code(@By() actor: Actor, @Param('id', anId) id: string): Promise<CheckInCodeView> {
    return this.checkIns.code(actor, id);
  }

  /** A woman has scanned the trainer's screen; the trainer confirms it on the roster. */
  @May('attendance.checkIn')
  @Post('check-ins')
  @HttpCode(200)
  checkIn(@By() actor: Actor, @Body() { code }: CheckInDto): Promise<CheckedInView> {
    return this.checkIns.checkIn(actor, code);
  }
}
