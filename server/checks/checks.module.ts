import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { AskingService } from './asking.service';
import { ChecksController } from './checks.controller';
import { ChecksService } from './checks.service';
import { DecisionsService } from './decisions.service';
import { LentPictures } from './lent-pictures';

@Module({
  imports: [RecordsModule, RegionsModule],
  controllers: [ChecksController],
  providers: [ChecksService, AskingService, DecisionsService, LentPictures],
  exports: [ChecksService, AskingService],
})
export class ChecksModule {}
