import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { LedgersController } from './ledgers.controller';
import { LedgersService } from './ledgers.service';

@Module({
  imports: [AccountsModule, RecordsModule, RegionsModule],
  controllers: [LedgersController],
  providers: [LedgersService],
})
export class LedgersModule {}
