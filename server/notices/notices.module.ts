import { Module } from '@nestjs/common';
import type { Settings } from '../../config/settings';
import { SETTINGS } from '../http/settings-token';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { CallsController } from './calls/calls.controller';
import { CallTasks } from './calls/call-tasks';
import { CallsService } from './calls/calls.service';
import { Courier } from './delivery/courier';
import { DeliveriesService } from './delivery/deliveries.service';
import { SmsLetters } from './delivery/sms-letters';
import { WechatLetters } from './delivery/wechat-letters';
import { NoticesController } from './notices.controller';
import { NoticesService } from './notices.service';
import { SmsProvider } from './sms/sms';
import { TencentSms } from './sms/tencent-sms';
import { TasksController } from './tasks/tasks.controller';
import { TasksService } from './tasks/tasks.service';

const sms = {
  provide: SmsProvider,
  inject: [SETTINGS],
  useFactory: ({ notices }: Settings) => (notices.sms ? new TencentSms(notices.sms) : null),
};

@Module({
  imports: [WomenModule, RegionsModule],
  controllers: [NoticesController, CallsController, TasksController],
  providers: [
    ...[NoticesService, DeliveriesService, CallsService, TasksService, CallTasks],
    ...[sms, WechatLetters, SmsLetters, Courier],
  ],
  exports: [NoticesService, DeliveriesService, TasksService, CallTasks, Courier],
})
export class NoticesModule {}
