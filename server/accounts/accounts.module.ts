import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/regions.module';
import { AccountsController } from './accounts.controller';
import { SignInsService } from './sign-ins.service';

@Module({
  imports: [RegionsModule],
  controllers: [AccountsController],
  providers: [SignInsService],
  exports: [SignInsService],
})
export class AccountsModule {}
