import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { NoticesService } from './notices.service';
import { NoticeView, SubscriptionsView } from './notices.view';

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

  /** She has opened her inbox herself: nobody need call her any more. Of a helper who looks it means nothing. */
  @May('notices.own')
  @Post('notices/seen')
  @HttpCode(204)
  seen(@By() actor: Actor): Promise<void> {
    return this.notices.seen(actor);
  }

  /** Which messages she may be asked for in WeChat: three at most, as WeChat asks. */
  @May('notices.own')
  @Get('subscriptions')
  subscriptions(): SubscriptionsView {
    return this.notices.subscriptions();
  }
}
