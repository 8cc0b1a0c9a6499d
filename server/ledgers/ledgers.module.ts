import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { LedgersController } from './ledgers.controller';
import { LedgersService } from './ledgers.service';
import { RegionFilesController } from './region-files/region-files.controller';
import { RegionFilesService } from './region-files/region-files.service';

@Module({
  imports: [AccountsModule, RecordsModule, RegionsModule],
  controllers: [LedgersController, RegionFilesController],
  providers: [LedgersService, RegionFilesService],
})
export class LedgersModule {}
