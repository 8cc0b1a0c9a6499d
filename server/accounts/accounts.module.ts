import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { AccountsController } from './accounts.controller';
import { Attempts } from './credentials/attempts.service';
import { CredentialsController } from './credentials/credentials.controller';
import { CredentialsService } from './credentials/credentials.service';
import { Hasher } from './credentials/hasher';
import { OneTimeCodes } from './credentials/one-time-codes.service';
import { PasswordSignIns } from './credentials/password-sign-ins.service';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsService } from './invitations/invitations.service';
import { MeService } from './me.service';
import { SignInsService } from './sign-ins.service';
import { StaffController } from './staff/staff.controller';
import { StaffService } from './staff/staff.service';
import { TicketsController } from './tickets/tickets.controller';
import { TicketsService } from './tickets/tickets.service';
import { WorkPhones } from './work-phones.service';

@Module({
  imports: [RegionsModule, RecordsModule],
  controllers: [
    ...[AccountsController, CredentialsController, TicketsController],
    ...[InvitationsController, StaffController],
  ],
  providers: [
    ...[SignInsService, MeService, PasswordSignIns, Attempts, Hasher, OneTimeCodes, CredentialsService],
    ...[TicketsService, InvitationsService, StaffService, WorkPhones],
  ],
  exports: [SignInsService, WorkPhones],
})
export class AccountsModule {}
