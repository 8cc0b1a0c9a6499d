import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../access/actor';
import { By, May } from '../../access/marks';
import { anId } from '../../http/id.pipe';
import { CandidatesService } from './candidates.service';
import { AnnouncementView, CandidatesView } from './candidates.view';

@ApiTags('enrolments')
@ApiBearerAuth()
@Controller('batches/:id')
export class CandidatesController {
  constructor(@Inject(CandidatesService) private readonly candidates: CandidatesService) {}

  /** Women who want to learn what the batch teaches and have not signed up, for its county. */
  @May('enrolments.list')
  @Get('candidates')
  list(@By() actor: Actor, @Param('id', anId) id: string): Promise<CandidatesView> {
    return this.candidates.list(actor, id);
  }

  /** Tells those whom the batch suits that it has opened. Asking twice tells nobody twice. */
  @May('batches.announce')
  @Post('announcement')
  @HttpCode(200)
  announce(@By() actor: Actor, @Param('id', anId) id: string): Promise<AnnouncementView> {
    return this.candidates.announce(actor, id);
  }
}
