import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { CertificatesModule } from '../certificates/certificates.module';
import { EnrolmentsModule } from '../enrolments/enrolments.module';
import { FeedbackModule } from '../feedback/feedback.module';
import { NeedsModule } from '../needs/needs.module';
import { NoticesModule } from '../notices/notices.module';
import { RecordsModule } from '../records/records.module';
import { StoriesModule } from '../stories/stories.module';
import { WomenModule } from '../women/women.module';
import { HoldingsService } from './holdings.service';
import { RightsController } from './rights.controller';
import { RightsService } from './rights.service';

@Module({
  imports: [
    ...[AccountsModule, CertificatesModule, EnrolmentsModule, FeedbackModule, NeedsModule],
    ...[NoticesModule, RecordsModule, StoriesModule, WomenModule],
  ],
  controllers: [RightsController],
  providers: [RightsService, HoldingsService],
})
export class RightsModule {}
