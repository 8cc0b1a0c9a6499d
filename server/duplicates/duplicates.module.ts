import { Module } from '@nestjs/common';
import { EnrolmentsModule } from '../enrolments/enrolments.module';
import { RecordsModule } from '../records/records.module';
import { WomenModule } from '../women/women.module';
import { MergedIdentities } from './merged-identities';
import { MergesController } from './merges.controller';
import { MergesService } from './merges.service';

@Module({
  imports: [EnrolmentsModule, RecordsModule, WomenModule],
  controllers: [MergesController],
  providers: [MergesService, MergedIdentities],
})
export class DuplicatesModule {}
