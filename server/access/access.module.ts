import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccountsModule } from '../accounts/accounts.module';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { AccessGuard } from './access.guard';
import { BreakGlassController } from './break-glass/break-glass.controller';
import { BreakGlassService } from './break-glass/break-glass.service';
import { ReadRecords } from './break-glass/read-records';

@Module({
  imports: [AccountsModule, RecordsModule, RegionsModule, DiscoveryModule],
  controllers: [BreakGlassController],
  providers: [BreakGlassService, ReadRecords, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class AccessModule {}
