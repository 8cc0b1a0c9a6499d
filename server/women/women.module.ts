import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { RegionsModule } from '../regions/regions.module';
import { FileChanges } from './file-changes';
import { WomenController } from './women.controller';
import { WomenService } from './women.service';

@Module({
  imports: [AccountsModule, RegionsModule],
  controllers: [WomenController],
  providers: [WomenService, FileChanges],
  exports: [WomenService, FileChanges],
})
export class WomenModule {}
