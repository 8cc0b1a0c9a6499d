import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccountsModule } from '../accounts/accounts.module';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { AccessGuard } from './access.guard';
import { BreakGlassController } from './break-glass/break-glass.controller';
import { BreakGlassService } from './break-glass/break-glass.service';
import { ReadRecordsInterceptor } from './break-glass/read-records.interceptor';

@Module({
  imports: [AccountsModule, RecordsModule, RegionsModule, DiscoveryModule],
  controllers: [BreakGlassController],
  providers: [
    BreakGlassService,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ReadRecordsInterceptor },
  ],
})
export class AccessModule {}
