import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { RegionsModule } from '../regions/regions.module';
import { ConsentsService } from './consents.service';
import { FileChanges } from './file-changes';
import { WomenController } from './women.controller';
import { WomenService } from './women.service';

@Module({
  imports: [AccountsModule, RegionsModule],
  controllers: [WomenController],
  providers: [WomenService, ConsentsService, FileChanges],
  exports: [WomenService, ConsentsService, FileChanges],
})
export class WomenModule {}
