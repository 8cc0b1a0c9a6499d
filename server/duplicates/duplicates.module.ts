import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { EnrolmentsModule } from '../enrolments/enrolments.module';
import { NoticesModule } from '../notices/notices.module';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { ClaimsController } from './claims/claims.controller';
import { ClaimsService } from './claims/claims.service';
import { ComparingService } from './comparing.service';
import { MergedFacts } from './merged-facts';
import { MergedIdentities } from './merged-identities';
import { MergePreviewsService } from './merge-previews.service';
import { MergesController } from './merges.controller';
import { MergesService } from './merges.service';
import { NearController } from './near.controller';
import { NearTasks } from './near-tasks';
import { NearService } from './near.service';
import { SidesService } from './sides.service';

@Module({
  imports: [AccountsModule, EnrolmentsModule, NoticesModule, RecordsModule, RegionsModule, WomenModule],
  controllers: [MergesController, NearController, ClaimsController],
  providers: [
    MergesService,
    MergedIdentities,
    MergedFacts,
    MergePreviewsService,
    ComparingService,
    NearService,
    NearTasks,
    SidesService,
    ClaimsService,
  ],
  exports: [ComparingService, NearTasks],
})
export class DuplicatesModule {}
