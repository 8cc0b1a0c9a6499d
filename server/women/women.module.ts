import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenController } from './women.controller';
import { WomenService } from './women.service';

@Module({
  imports: [AccountsModule, RegionsModule],
  controllers: [WomenController],
  providers: [WomenService],
  exports: [WomenService],
})
export class WomenModule {}
