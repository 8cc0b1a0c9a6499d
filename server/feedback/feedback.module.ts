import { Module } from '@nestjs/common';
import { EnrolmentsModule } from '../enrolments/enrolments.module';
import { NeedsModule } from '../needs/needs.module';
import { NoticesModule } from '../notices/notices.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { FeedbackController } from './feedback.controller';
import { FeedbackNotices } from './feedback-notices';
import { FeedbackService } from './feedback.service';
import { PastController } from './past/past.controller';
import { PastService } from './past/past.service';

@Module({
  imports: [EnrolmentsModule, NeedsModule, NoticesModule, WomenModule, RegionsModule],
  controllers: [FeedbackController, PastController],
  providers: [FeedbackService, FeedbackNotices, PastService],
  exports: [FeedbackService, FeedbackNotices],
})
export class FeedbackModule {}
