import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor';
import { By, May } from '../access/marks';
import { anId } from '../http/id.pipe';
import { NoticesService } from './notices.service';
import { NoticeView, SubscriptionsView } from './notices.view';
import { TasksService } from './tasks/tasks.service';

@ApiTags('notices')
@ApiBearerAuth()
@Controller()
export class NoticesController {
  constructor(
    @Inject(NoticesService) private readonly notices: NoticesService,
    @Inject(TasksService) private readonly tasks: TasksService,
  ) {}

  /** What she must hear of, newest first. */
  @May('women.read')
  @Get('women/:id/notices')
  inbox(@By() actor: Actor, @Param('id', anId) id: string): Promise<NoticeView[]> {
    return this.notices.inbox(actor, id);
  }

  /** She has opened her inbox herself: nobody need call her any more, nor tell her of her tasks. A helper's look counts for the helper alone. */
  @May('notices.own')
  @Post('notices/seen')
  @HttpCode(204)
  async seen(@By() actor: Actor): Promise<void> {
    await this.notices.seen(actor);
    await this.tasks.seen(actor);
  }

  /** Which messages she may be asked for in WeChat: three at most, as WeChat asks. */
  @May('notices.own')
  @Get('subscriptions')
  subscriptions(): SubscriptionsView {
    return this.notices.subscriptions();
  }
}
