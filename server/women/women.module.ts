import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { ConsentsService } from './consents.service';
import { FileChanges } from './file-changes';
import { WhomToAsk } from './whom-to-ask';
import { PhoneProofs } from './phone-proofs';
import { ProfilesController } from './profiles.controller';
import { ProfilesService } from './profiles.service';
import { RelocationsService } from './relocations.service';
import { WomenController } from './women.controller';
import { WomenService } from './women.service';

@Module({
  imports: [AccountsModule, RecordsModule, RegionsModule],
  controllers: [WomenController, ProfilesController],
  providers: [
    ...[WomenService, WhomToAsk, ConsentsService, FileChanges, PhoneProofs],
    ...[ProfilesService, RelocationsService],
  ],
  exports: [WomenService, ConsentsService, ProfilesService, FileChanges, PhoneProofs],
})
export class WomenModule {}
