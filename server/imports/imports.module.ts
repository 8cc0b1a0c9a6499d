import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { DuplicatesModule } from '../duplicates/duplicates.module';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { ImportNames } from './import-names';
import { ImportRowsService } from './import-rows.service';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { ReadingService } from './reading.service';
import { UndoingService } from './undoing.service';
import { UnfinishedService } from './unfinished.service';
import { WritingService } from './writing.service';

@Module({
  imports: [AccountsModule, DuplicatesModule, RecordsModule, RegionsModule, WomenModule],
  controllers: [ImportsController],
  providers: [
    ...[ImportsService, ImportRowsService, ImportNames],
    ...[ReadingService, WritingService, UndoingService, UnfinishedService],
  ],
  exports: [UnfinishedService],
})
export class ImportsModule {}
