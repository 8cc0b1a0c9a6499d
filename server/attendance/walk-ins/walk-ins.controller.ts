import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { FindWalkInDto, WalkInDto } from './walk-ins.dto';
import { WalkInsService } from './walk-ins.service';
import { WalkInCandidateView, WalkInView } from './walk-ins.view';

@ApiTags('attendance')
@ApiBearerAuth()
@Controller('sessions/:id/walk-ins')
export class WalkInsController {
  constructor(@Inject(WalkInsService) private readonly walkIns: WalkInsService) {}

  /** Women of the county who are not on the roster, by the beginning of their name. */
  @May('attendance.mark')
  @Get('candidates')
  candidates(
    @By() actor: Actor,
    @Param('id', anId) id: string,
    @Query() { name }: FindWalkInDto,
  ): Promise<WalkInCandidateView[]> {
    return this.walkIns.candidates(actor, id, name);
  }

  /** Takes in a woman who came without being on the roster. Sending it again changes nothing. */
  @May('attendance.mark')
  @Post()
  @HttpCode(200)
  come(@By() actor: Actor, @Param('id', anId) id: string, @Body() entry: WalkInDto): Promise<WalkInView> {
    return this.walkIns.come(actor, id, entry);
  }
}
