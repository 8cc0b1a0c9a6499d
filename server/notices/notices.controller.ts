import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { NoticesService } from './notices.service';
import { NoticeView } from './notices.view';

@ApiTags('notices')
@ApiBearerAuth()
@Controller()
export class NoticesController {
  constructor(@Inject(NoticesService) private readonly notices: NoticesService) {}

  /** What she must hear of, newest first. */
  @May('women.read')
  @Get('women/:id/notices')
  inbox(@By() actor: Actor, @Param('id', anId) id: string): Promise<NoticeView[]> {
    return this.notices.inbox(actor, id);
  }
}
